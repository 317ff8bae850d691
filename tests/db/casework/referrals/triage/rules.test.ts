import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { addDays, dayOf } from '../../../../../db/ground/kernel/days.ts';
import defaults from '../../../../../db/casework/referrals/triage/periods.v1.json' with { type: 'json' };
import {
  deadlineOf,
  endOf,
  firstAction,
  forAgreement,
  missingItems,
  periodInForce,
  standingDeadline,
  type Defaults,
  type SetPeriod,
} from '../../../../../db/casework/referrals/triage/rules.ts';

const hour = 3_600_000;
const zone = process.env['TZ'];
/** Clocks there went back on 1 November 2026 and forward on 8 March 2026. */
beforeAll(() => {
  process.env['TZ'] = 'America/Toronto';
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2020-01-01' as CivilDate, count));

describe('a deadline', () => {
  it('in hours is hours gone by, whatever the clock on the wall does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_500_000_000_000, max: 1_900_000_000_000 }),
        fc.integer({ min: 1, max: 96 }),
        (at, amount) => {
          expect(deadlineOf({ at, on: dayOf(at) }, { amount, measure: 'hours' })).toBe(at + amount * hour);
        },
      ),
    );
    const night = Date.parse('2026-11-01T05:30:00Z'); // 1:30 before the clocks go back
    expect(deadlineOf({ at: night, on: '2026-11-01' as CivilDate }, { amount: 4, measure: 'hours' })).toBe(
      Date.parse('2026-11-01T09:30:00Z'),
    );
  });

  it('in days ends with the last millisecond of its day, over changes of clock and ends of month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (on, amount) => {
        const due = deadlineOf({ at: 0, on }, { amount, measure: 'days' });
        expect(dayOf(due)).toBe(addDays(on, amount));
        expect(dayOf(due + 1)).toBe(addDays(on, amount + 1));
      }),
    );
    const cases = [
      ['2026-03-07', 1, '2026-03-09T03:59:59.999Z'],
      ['2026-10-31', 1, '2026-11-02T04:59:59.999Z'],
      ['2026-01-31', 30, '2026-03-03T04:59:59.999Z'],
      ['2028-02-28', 1, '2028-03-01T04:59:59.999Z'],
    ] as const;
    for (const [on, amount, due] of cases)
      expect(deadlineOf({ at: 0, on: on as CivilDate }, { amount, measure: 'days' })).toBe(Date.parse(due));
  });

  it('that passed without an action is not renewed by another score', () => {
    expect(standingDeadline(900, null, 500)).toBe(900);
    expect(standingDeadline(900, { dueAt: 400, isActedOn: false }, 500)).toBe(400);
    expect(standingDeadline(900, { dueAt: 400, isActedOn: true }, 500)).toBe(900);
    expect(standingDeadline(900, { dueAt: 600, isActedOn: false }, 500)).toBe(900);
  });
});

describe('the period in force', () => {
  const on = '2026-06-01' as CivilDate;
  const set = (setFor: string, validFrom: string, amount: number, measure: 'hours' | 'days' = 'days'): SetPeriod => ({
    code: 'high',
    setFor,
    validFrom: validFrom as CivilDate,
    amount,
    measure,
  });
  const inForce = (rows: readonly SetPeriod[], when = on) =>
    periodInForce(rows, defaults as Defaults, { code: 'high', unitId: 'u', on: when });

  it('is the stricter of the agreement’s and the unit’s, each as set by that day', () => {
    expect(inForce([])).toEqual({ amount: 7, measure: 'days' });
    expect(inForce([set('u', '2026-05-01', 5)])).toEqual({ amount: 5, measure: 'days' });
    expect(inForce([set('u', '2026-07-01', 5)])).toEqual({ amount: 7, measure: 'days' });
    expect(inForce([set('other', '2026-05-01', 5)])).toEqual({ amount: 7, measure: 'days' });
    expect(inForce([set('u', '2026-05-01', 5), set('u', '2026-05-20', 6)])).toEqual({ amount: 6, measure: 'days' });
    expect(inForce([set('u', '2026-05-01', 5), set(forAgreement, '2026-05-02', 72, 'hours')])).toEqual({
      amount: 72,
      measure: 'hours',
    });
    expect(inForce([set(forAgreement, '2026-05-02', 10), set('u', '2026-05-01', 8)])).toEqual({
      amount: 8,
      measure: 'days',
    });
  });
});

describe('the first action', () => {
  it('is a check after the assignment, or the earliest authority or arrest, at the end of a day known by its day', () => {
    const on = '2026-06-01' as CivilDate;
    expect(firstAction({ assignedAt: null, checks: [5], dated: [] })).toBeNull();
    const minute = 60_000;
    const checks = [5 * minute, 9 * minute, 7 * minute];
    expect(firstAction({ assignedAt: 5 * minute + 1, checks: [4 * minute, ...checks], dated: [] })).toBe(5 * minute);
    expect(firstAction({ assignedAt: 6 * minute, checks, dated: [] })).toBe(7 * minute);
    expect(firstAction({ assignedAt: null, checks: [], dated: [{ on, enteredAt: null }] })).toBe(endOf(on));
    expect(firstAction({ assignedAt: null, checks: [], dated: [{ on, enteredAt: endOf(on) - hour }] })).toBe(
      endOf(on) - hour,
    );
    expect(firstAction({ assignedAt: 1, checks: [endOf(on) + 1], dated: [{ on, enteredAt: null }] })).toBe(endOf(on));
  });
});

describe('what is owed before concluding', () => {
  it('is nothing where nobody was asked, the decision first, then word wherever a child may be identified', () => {
    const asked = { decisionFrom: 1, identifiable: null, hasNotice: false, isInDanger: false } as const;
    expect(missingItems({ ...asked, decisionFrom: null })).toEqual([]);
    expect(missingItems(asked)).toEqual(['danger_decision']);
    expect(missingItems({ ...asked, identifiable: 'no' })).toEqual([]);
    for (const identifiable of ['yes', 'unknown'] as const) {
      expect(missingItems({ ...asked, identifiable })).toEqual(['protection_notice']);
      expect(missingItems({ ...asked, identifiable, hasNotice: true, isInDanger: false })).toEqual([]);
    }
  });
});
