import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { addMonths, afterClearDays, lastOpenDay } from '../../../../db/casework/clocks/civil.ts';
import { remindersOf, urgencyOf } from '../../../../db/casework/clocks/reminders.ts';
import { endOf } from '../../../../db/casework/clocks/compute.ts';
import { addDays, daysBetween } from '../../../../db/ground/kernel/days.ts';

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2079-12-31T00:00:00Z'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10) as CivilDate);
const count = fc.integer({ min: 0, max: 240 });
const closed = fc.uniqueArray(day, { maxLength: 20 }).map((days) => new Set<string>(days));

/** The length of a month from the calendar's own rule, without any library. */
function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

describe('months (Interpretation Act, s. 28)', () => {
  it('end on the same calendar number, or on the last day of a month that has none', () => {
    fc.assert(
      fc.property(day, count, (start, months) => {
        const [year = 0, month = 0, number = 0] = addMonths(start, months).split('-').map(Number);
        const index = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + months;
        expect([year, month]).toEqual([Math.floor(index / 12), (index % 12) + 1]);
        expect(number).toBe(Math.min(Number(start.slice(8)), lengthOfMonth(year, month)));
      }),
    );
  });

  it('never end earlier for a later start', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), count, (start, later, months) => {
        expect(addMonths(addDays(start, later), months) >= addMonths(start, months)).toBe(true);
      }),
    );
  });
});

describe('days', () => {
  it('do not count the day of the event, and clear days count neither end', () => {
    fc.assert(
      fc.property(day, count, (start, days) => {
        expect(daysBetween(start, endOf(start, { unit: 'days', count: days }))).toBe(days);
        expect(daysBetween(start, afterClearDays(start, days)) - 1).toBe(days);
      }),
    );
  });
});

describe('a closed day', () => {
  it('makes one act earlier, on the nearest open day, and never later', () => {
    fc.assert(
      fc.property(day, closed, (due, days) => {
        const open = lastOpenDay(due, days);
        const isOpen = (each: CivilDate): boolean =>
          ![0, 6].includes(new Date(`${each}T12:00:00Z`).getUTCDay()) && !days.has(each);
        expect(open <= due && isOpen(open)).toBe(true);
        for (let each = addDays(open, 1); each <= due; each = addDays(each, 1)) expect(isOpen(each)).toBe(false);
      }),
    );
  });
});

describe('reminders', () => {
  const none = new Set<string>();

  it('come 10, 5 and 2 days before the end of a short clock, 30, 14 and 7 before that of a long one', () => {
    const due = (start: string, end: string) =>
      remindersOf(start as CivilDate, end as CivilDate, none).map(({ daysBefore, on }) => [daysBefore, on]);
    expect(due('2026-11-24', '2026-12-15')).toEqual([
      // 5 December 2026 is a Saturday, 13 December a Sunday.
      [10, '2026-12-04'],
      [5, '2026-12-10'],
      [2, '2026-12-11'],
    ]);
    expect(due('2026-11-24', '2027-02-22')).toEqual([
      [30, '2027-01-22'],
      [14, '2027-02-08'],
      [7, '2027-02-15'],
    ]);
    // Begun within the ten days: a reminder at once.
    expect(due('2026-11-24', '2026-11-27')).toEqual([
      [5, '2026-11-24'],
      [2, '2026-11-25'],
    ]);
    expect(due('2026-11-24', '2026-11-25')).toEqual([[2, '2026-11-24']]);
    expect(due('2026-11-24', '2026-11-24')).toEqual([]);
  });

  it('lie from the start to before the end, on a day each, and make a clock urgent from the first of them until it is over', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: -400, max: 400 }),
        closed,
        (start, length, from, days) => {
          const due = addDays(start, length);
          const reminders = remindersOf(start, due, days);
          for (const { on } of reminders) expect(on >= start && on < due).toBe(true);
          expect(new Set(reminders.map(({ on }) => on)).size).toBe(reminders.length);
          const today = addDays(due, from);
          const first = reminders[0]?.on ?? due;
          const urgency = from > 0 ? 'overdue' : from === 0 ? 'today' : today >= first ? 'reminder' : 'ahead';
          expect(urgencyOf(due, reminders, today)).toBe(urgency);
        },
      ),
    );
  });
});
