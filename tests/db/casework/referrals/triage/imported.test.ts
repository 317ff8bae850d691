import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { describe, expect } from 'vitest';
import { today } from '../../../../support/store.ts';
import { importRows, mappingFor } from '../../../intake/imports/support.ts';
import { it, test, unitId } from '../../../../support/fixtures/unit.ts';

const undecided = async () => {
  const sort = { column: 'number', descending: false } as const;
  const list = { filter: { due: 'undecided' as const }, sort, from: { at: 'start' } as const, size: 9 };
  return (await test.call('referrals.list', list)).rows;
};

describe('a backlog that came in with a file', () => {
  it('owes its decisions within days of the import; what came in yesterday within hours', async () => {
    const rows = [
      '2024-03-01,public,OLD,,,,,,',
      '2025-01-01,public,ENDED,,,,2025-02-01,,',
      `${today},public,NEW,,,,,,`,
    ];
    await importRows(test, rows, mappingFor(unitId));
    const now = test.store.options.clock.now();
    const days = (at: number) => differenceInCalendarDays(at, now);
    expect((await undecided()).map(({ externalNumber, due }) => [externalNumber, due?.what, days(due!.at)])).toEqual([
      ['OLD', 'decision', 14],
      ['NEW', 'decision', 1],
    ]);
    expect(await test.call('referrals.waiting', {})).toMatchObject({ unassigned: 2, overdue: 0 });
  });

  it('still owes the decision before an end, after any other change', async () => {
    await importRows(test, ['2024-03-01,public,OLD,,,,,,'], mappingFor(unitId));
    const [old] = await undecided();
    await test.call('referrals.move', { referralId: old!.id, version: 1, to: 'triaged', on: today });
    expect((await undecided()).map(({ due }) => due?.what)).toEqual(['decision']);
    const end = { referralId: old!.id, version: 2, to: 'not_viable', on: today } as const;
    expect(await test.refusal('referrals.move', end)).toEqual({ code: 'conflict', reason: 'referral_still_open' });
  });

  it('is decided on in one act with its reason, written to each', async () => {
    await importRows(test, ['2024-03-01,public,A,,,,,,', '2024-03-02,public,B,,,,,,'], mappingFor(unitId));
    const rows = await undecided();
    const decidedAt = Date.parse('2024-03-20T12:00:00Z');
    const decision = { identifiable: 'no', decidedAt, reason: 'Reviewed on paper in 2024.' } as const;
    await test.call('referrals.decideMany', { referralIds: rows.map(({ id }) => id), ...decision });
    expect(await undecided()).toEqual([]);
    for (const { id } of rows) {
      const { triage } = await test.call('referrals.get', { referralId: id });
      expect([triage.decisions, triage.missing]).toEqual([
        [{ ...decision, imminent: false, ended: null, by: 'Officer officer' }],
        [],
      ]);
    }
  });
});
