import { describe, expect } from 'vitest';
import type { Input } from '#contract/index';
import { today } from '../../../../support/store.ts';
import { it, test, unitId, userId } from '../../../../support/fixtures/unit.ts';

const log = async (given: Partial<Input<'referrals.log'>> = {}) =>
  (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today, ...given })).id;
const listed = async (filter: Input<'referrals.list'>['filter']) => {
  const sort = { column: 'dueAt', descending: false } as const;
  const asked = { filter: { due: 'breach' as const, ...filter }, sort, from: { at: 'start' as const }, size: 100 };
  return (await test.call('referrals.list', asked)).rows.map(({ id }) => id);
};

describe('a deadline that was missed', () => {
  it('is counted by band once it passed, as many as the list has, and by no officer', async () => {
    const [old, late] = [
      await log({ receivedOn: '2026-09-01', riskBand: 'high' }),
      await log({ receivedOn: '2026-11-14', riskBand: 'high' }),
    ];
    await log({ receivedOn: '2026-11-22', riskBand: 'very_high' });
    await log({ riskBand: 'low' });
    await test.call('referrals.assign', { referralIds: [late], userId, on: today });
    const counts = (change: object) => ({ count: 1, upToDay: 0, upToWeek: 0, upToMonth: 0, longer: 0, ...change });
    const breaches = () => test.call('referrals.breaches', { filter: { unitId } });
    expect(await breaches()).toEqual({
      total: 3,
      bands: [
        { band: 'very_high', ...counts({ upToDay: 1 }) },
        { band: 'high', ...counts({ count: 2, upToWeek: 1, longer: 1 }) },
      ],
    });
    expect(await listed({})).toHaveLength(3);
    expect(await listed({ riskBand: 'high', late: 'longer' })).toEqual([old]);
    expect(await listed({ riskBand: 'high', late: 'upToWeek' })).toEqual([late]);
    expect(await listed({ late: 'upToDay' })).toHaveLength(1);
    expect([await listed({ late: 'upToMonth' }), await listed({ riskBand: 'none' })]).toEqual([[], []]);
    await test.call('referrals.check', {
      referralId: late,
      kind: 'records',
      checkedAt: test.store.options.clock.now(),
    });
    expect([(await breaches()).total, await listed({ riskBand: 'high' })]).toEqual([2, [old]]);
  });
});
