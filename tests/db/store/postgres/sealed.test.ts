import { expect, describe, it } from 'vitest';
import type { Output } from '#contract/index';
import type { UnitId, UserId } from '#contract/ground/ids';
import { expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { markedFile } from '../../../support/caseFiles.ts';
import { onServer } from '../../../support/onServer.ts';
import { extractsOf, header } from '../../intake/extracts/support.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { copyOfUnit, today, type TestStore } from '../../../support/store.ts';
import { struck } from '../../../support/corrections.ts';

const months = { from: '2026-09', to: '2026-11' } as const;
const quarterThree = { fiscalYear: 2026, quarter: 3 } as const;
const page = { offset: 0, size: 100 } as const;

const columns = { arrests: 'Arrested', charges: 'Laid,Section', clearances: 'Clearance date,Clearance' } as const;
const rows = { arrests: '2026-10-10', charges: '2026-10-11,163.1(4)', clearances: '2026-11-02,Non fondé' } as const;

/** A file is sealed, and then a person in another: what is shown of them, and what is counted. */
async function work(store: TestStore, unitId: UnitId, userId: UserId): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const { call } = test;
  const asked = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);
  const lead = { lead: userId };
  const sealed = await markedFile(test, unitId, 'ZQXMARKA', lead);
  const open = await markedFile(test, unitId, 'ZQXMARKB', { ...lead, staysOpen: true });
  const { partners } = await call('partners.list', { filter: {} });
  const { operations } = await call('operations.list', { filter: {} });
  const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
  const { investigationId } = sealed;
  const referred = { investigationId, referredOn: '2026-10-12', service: 'victim_services' } as const;
  const { id: supportId } = await call('support.add', referred);
  const answer = { outcome: 'accepted', answeredOn: '2026-10-13' } as const;
  await call('support.answer', { investigationId, supportId, version: 1, answer });
  await call('seals.seal', { ...act, investigationIds: [investigationId], referralIds: [] });
  const file = { kind: 'investigation', id: open.investigationId } as const;
  await call('seals.sealPerson', { ...act, file, personId: open.personId, authorityId: null });
  await asked(call('investigations.get', { investigationId }));
  await asked(call('corrections.strike', struck(file, 'person', open.personId)));
  await call('persons.list', { file });
  await call('identifiers.list', { file });
  await call('identifiers.matches', { file });
  await call('backlog.board', months);
  await call('backlog.ageing', { on: '2026-10-15' });
  await call('backlog.agedFiles', { on: '2026-10-15', ...page });
  await call('backlog.survival', { on: '2026-11-24', from: '2026-09', by: 'source' });
  for (const figure of ['counts', 'disposed', 'open'] as const)
    await call('backlog.chargedRows', { from: '2026-09-01', on: '2026-11-24', figure, ...page });
  for (const term of ['received', 'concluded'] as const) await call('backlog.files', { term, ...months, ...page });
  await call('charges.persons', { unitId, fiscalYear: 2026 });
  await call('clearance.statistics', { unitId, years: [2026, 2025] as never });
  await call('charges.personRows', { unitId, fiscalYear: 2026, group: 'total', ...page });
  await call('clearance.rows', { unitId, year: 2026, statistic: 'actual_incidents', ...page });
  await call('devices.queue', { filter: {} });
  await call('devices.examinedRows', { filter: {}, ...page });
  await call('devices.locks', { filter: {} });
  await call('devices.lockRows', { unitId, quarter: quarterThree, figure: 'opened', ...page });
  await call('support.counts', { filter: {} });
  await call('support.rows', { unitId, quarter: quarterThree, figure: 'accepted', ...page });
  for (const { id: partnerId } of partners) await call('partners.rows', { partnerId, ...page });
  for (const { id: operationId } of operations) {
    await call('operations.counts', { operationId, from: '2026-09-01', to: '2026-11-24' });
    await call('operations.rows', { operationId, figure: 'arrests', from: '2026-09-01', to: '2026-11-24', ...page });
  }
  await call('partners.list', { filter: {} });
  await call('seals.find', { unitId, number: 'ZQXMARKA-2026' });
  await call('packs.preview', { quarter: quarterThree });
  await call('referrals.duplicates', { externalNumber: 'zqxmarka 1' });
  const { preview, apply } = extractsOf(() => test);
  const { previewId } = await preview('investigations', header, 'zqxmarka 2026,2026-10-02,', '26-001,2026-01-05,');
  await apply(previewId);
  for (const kind of ['arrests', 'charges', 'clearances'] as const)
    await preview(kind, `Occurrence number,${columns[kind]}`, `ZQXMARKA-2026,${rows[kind]}`);
  return answers;
}

describe.skipIf(postgresMissing !== '')(`what is sealed on PostgreSQL ${postgresMissing}`.trim(), () => {
  it('is as absent as in a folder, for reads and for writes, and counted as there', async () => {
    const { test: folder, unitId, userId } = await copyOfUnit();
    const server = await onServer(folder);
    const clock = { now: () => Date.parse('2026-11-24T12:00:00Z'), today: () => today };
    for (const { store } of [folder, server]) Object.assign(store.options, { clock });
    const here = await work(folder, unitId, userId as UserId);
    expectSame(here, await work(server, unitId, userId as UserId));
    expect(here.filter(({ isRefused }) => isRefused)).toHaveLength(2);
    const previews = here.filter(({ method }) => method === 'extracts.preview');
    expect(previews.map(({ output }) => (output as Output<'extracts.preview'>).reasons)).toEqual(
      Array.from({ length: 4 }, () => ({ number_withheld: 1 })),
    );
    const { engine } = server.store.requireUnlocked();
    expect(await engine.isSealed([unitId])).toBe(false);
    server.dispose();
  });
});
