import { describe, expect, it } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import { answersOfBoth } from '../../../support/answersOfBoth.ts';
import { authorityInput } from '../../../support/authorities.ts';
import { recorded, type Answer } from '../../../support/bothEngines.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { personInput } from '../../../support/persons.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import type { TestStore } from '../../../support/store.ts';
import type { TwoUnits } from '../../../support/twoUnits.ts';

const order = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court', authorityId: null } as const;
const rule = { ruleId: 'JORDAN-18', decision: 'date', dueOn: '2028-08-01', reason: 'Order of the court' } as const;

/** Proceedings that were taken out of a file, one of them under a seal, go to another unit with the date that was set and the days taken off. */
async function work(store: TestStore, { first, second, sender }: TwoUnits): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const { call } = test;
  const opened = { unitId: first, openedOn: '2026-09-01', referralIds: [], lead: sender };
  const { id: investigationId } = await call('investigations.open', opened);
  const file = { kind: 'investigation', id: investigationId } as const;
  for (const [startedOn, reference] of [
    ['2026-10-05', null],
    ['2026-10-06', 'Quirion, 12'],
  ] as const) {
    const input = { variant: 'provincial', reference } as const;
    const { id: authorityId } = await call(
      'authorities.record',
      authorityInput(investigationId, 'court_proceedings', startedOn, input),
    );
    const of = { investigationId, authorityId };
    await call('delays.deduct', { ...of, cause: 'defence', days: 10, note: 'Agreed' });
    await call('clocks.override', { ...of, version: 2, ...rule });
    await call('corrections.strike', struck(file, 'authority', authorityId, 3));
  }
  const { id: personId } = await call('persons.add', personInput(file, 'subject', { name: 'Zoé Quirion' }));
  for (const { id: correctionId, version } of (await call('corrections.list', { file })).corrections)
    await call('corrections.review', { file, correctionId, version, note: 'Nobody else is here' });
  const { texts } = await call('seals.naming', { file, personId });
  const correctionIds = texts.flatMap(({ correction }) => correction?.id ?? []);
  const { id: sealId } = await call('seals.sealPerson', { ...order, file, personId, correctionIds });
  const none = { referralId: null, toService: null, message: null };
  const offer = { ...none, investigationId, toUnitId: second, on: '2026-11-02' } as const;
  const { id: transferId } = await call('transfers.propose', offer);

  await test.signInAs('receiver');
  const { receivedId } = await call('transfers.accept', { transferId, version: 1, on: '2026-11-10' });
  const there = { kind: 'investigation', id: receivedId as InvestigationId } as const;
  const restore = async (): Promise<void> => {
    const { corrections } = await call('corrections.list', { file: there });
    for (const { id: correctionId } of corrections.filter(({ mayRestore }) => mayRestore))
      await call('corrections.restore', { file: there, correctionId, reason });
    const { authorities } = await call('authorities.list', { investigationId: there.id });
    const [last] = (await call('delays.list', { investigationId: there.id })).proceedings.toReversed();
    // Another date is set after the earlier one.
    const { id: authorityId, version } = authorities.find(({ id }) => id === last?.authorityId)!;
    const of = { investigationId: there.id, authorityId };
    await call('clocks.override', { ...of, version, ...rule, dueOn: '2028-09-01' });
    await call('authorities.list', { investigationId: there.id });
    await call('delays.list', { investigationId: there.id });
  };
  await restore();
  await call('seals.unseal', { sealId, authority: 'Order ON-2', reason: 'Granted' });
  await restore();
  return answers;
}

describe.skipIf(postgresMissing !== '')(
  `a file that leaves with proceedings that were entered in error on PostgreSQL ${postgresMissing}`.trim(),
  () => {
    it('takes their dates and their days along, as in a folder', async () => {
      const here = await answersOfBoth(work);
      const last = here.findLast(({ method }) => method === 'delays.list')?.output;
      const whole = { deducted: 10, ceilingOn: '2028-09-01', deductions: [expect.objectContaining({ days: 10 })] };
      expect(last).toMatchObject({ proceedings: [whole, whole] });
    });
  },
);
