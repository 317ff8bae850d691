import { keepableMeasure } from '#contract/ledger/notKept';
import type { UserId } from '#contract/ground/ids';
import { conclude } from '../../../support/caseFiles.ts';
import { must, newJob, ownUnit, type Hand } from '../../../../proofs/torture/calls/chains/chain.ts';

const reason = 'A reason';

/** Lists and rules of a unit, as who supervises it and keeps its records. */
async function keepRules({ call, ...hand }: Hand): Promise<void> {
  const unitId = ownUnit({ call, ...hand });
  await call('clockSettings.setClosedDays', { days: ['2026-12-28'] });
  await call('clockSettings.get', {});
  const [clearanceReason] = (await call('clearanceReasons.list', {})).reasons;
  await call('clearanceReasons.save', must(clearanceReason));
  await call('clearanceReasons.list', {});
  const [ground] = (await call('redactionGrounds.list', {})).grounds;
  await call('redactionGrounds.save', must(ground));
  const period = { amount: 12, measure: 'hours' } as const;
  await call('triagePeriods.set', { code: 'danger_decision', unitId, validFrom: '2026-11-25', period });
  await call('triagePeriods.list', { unitId });
  const measure = must(keepableMeasure.options[0]);
  await call('unitMonths.declareNotKept', { unitId, measure, from: '2026-11', version: null });
  await call('unitMonths.notKept', { unitId });
}

async function keepFiles(hand: Hand): Promise<void> {
  const { call, test } = hand;
  const unitId = ownUnit(hand);
  const { id: investigationId } = await call('investigations.open', {
    ...{ unitId, openedOn: '2026-10-01', referralIds: [], lead: null },
  });
  const file = { kind: 'investigation', id: investigationId } as const;
  const { number } = (await call('investigations.get', { investigationId })).investigation;
  await call('retention.hold', { file, reason });
  await call('retention.release', { file, reason });
  await call('retention.holdNumber', { unitId, number, reason });
  await call('retention.holds', { filter: {} });
  await call('retention.release', { file, reason });
  const place = { form: 'note', subject: investigationId, unitId } as const;
  await call('drafts.save', { ...place, values: { text: 'Draft' } });
  await call('drafts.discard', place);
  await conclude(test, investigationId);
  const act = { basis: 'court_order', reference: null, reason } as const;
  await call('seals.seal', { ...act, investigationIds: [investigationId], referralIds: [] });
  const { seals } = await call('seals.list', { filter: {} });
  const { id: sealId } = must(seals.find(({ ofPerson }) => !ofPerson));
  await call('seals.unseal', { sealId, authority: 'Court', reason });
  await call('investigations.get', { investigationId });
  await call('seals.list', { filter: {} });
}

/** What leaves, as files. */
async function takeOut(hand: Hand): Promise<void> {
  const { call, outbox, test } = hand;
  const unitId = ownUnit(hand);
  const userId: UserId = test.store.requireUnlocked().session.user.id;
  const out = { file: outbox('out'), locale: 'fr' } as const;
  await call('due.export', { filter: {}, ...out });
  await call('due.printRunning', out);
  await call('clearance.export', { unitId, years: [2026], ...out });
  await call('handover.print', { userId, unitId, ...out });
  await call('packs.export', { quarter: { fiscalYear: 2026, quarter: 3 }, ...out });
}

async function changeImports(hand: Hand): Promise<void> {
  const { call } = hand;
  const { mappings } = await call('importMappings.list', {});
  const { id, version } = must(mappings[0]);
  const renamed = await call('importMappings.rename', { id, version, name: 'Renamed' });
  await call('importMappings.list', {});
  await call('importMappings.delete', { id, version: (renamed as { version?: number }).version ?? version + 1 });
  const { imports } = await call('imports.list', {});
  const { id: importId } = must(imports[0]);
  await call('imports.obstacles', { importId });
  await call('imports.undo', { importId, jobId: newJob() });
  await call('imports.list', {});
}

export const keepersWork = [keepRules, keepFiles, takeOut, changeImports];
