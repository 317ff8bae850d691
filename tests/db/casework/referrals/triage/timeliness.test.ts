import fc from 'fast-check';
import { expect, it } from 'vitest';
import { riskBand } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { timelinessOf, type TimedReferral } from '../../../../../db/casework/referrals/timeliness.ts';

const instant = fc.integer({ min: 0, max: 1000 });
const score = fc.record({ band: fc.constantFrom(...riskBand.options), scoredAt: instant, dueAt: instant });
const file: fc.Arbitrary<TimedReferral> = fc.record({
  unitId: fc.constantFrom('u', 'v'),
  receivedOn: fc.constantFrom('2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01').map((day) => day as CivilDate),
  scores: fc
    .array(score, { minLength: 1, maxLength: 3 })
    .map((scores) => scores.toSorted((a, b) => a.scoredAt - b.scoredAt) as unknown as TimedReferral['scores']),
  firstActionAt: fc.option(instant),
  endedAt: fc.option(instant),
});

/** Computed without the code under test: which score was in force, and whether both acts came in its time. */
function isInTime({ scores, firstActionAt }: TimedReferral, asOf: number): boolean {
  if (firstActionAt === null || firstActionAt > asOf || scores[0].scoredAt > asOf) return false;
  let held = scores[0];
  for (const each of scores) if (each.scoredAt <= firstActionAt) held = each;
  return firstActionAt <= held.dueAt && scores[0].scoredAt <= held.dueAt;
}

it('counts every referral once, in the quarter of its receipt, and in time only what a recount finds in time', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 40 }), instant, (files, asOf) => {
      const rows = timelinessOf(files, asOf);
      const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0);
      expect(total((row) => row.inTime + row.late + row.pending + row.ended)).toBe(files.length);
      expect(total((row) => row.inTime)).toBe(files.filter((each) => isInTime(each, asOf)).length);
      const spring = rows.filter(({ quarter }) => quarter.fiscalYear === 2026 && quarter.quarter === 1);
      expect(spring.reduce((sum, row) => sum + row.inTime + row.late + row.pending + row.ended, 0)).toBe(
        files.filter(({ receivedOn }) => receivedOn === '2026-04-01' || receivedOn === '2026-06-30').length,
      );
    }),
  );
});

it('calls late what was never acted on, and lets go what ended before its deadline', () => {
  const base: TimedReferral = {
    unitId: 'u',
    receivedOn: '2026-05-01' as CivilDate,
    scores: [{ band: 'high', scoredAt: 10, dueAt: 100 }],
    firstActionAt: null,
    endedAt: null,
  };
  const outcome = (changes: Partial<TimedReferral>, asOf = 500) => {
    const [row] = timelinessOf([{ ...base, ...changes }], asOf);
    return (['inTime', 'late', 'pending', 'ended'] as const).find((each) => row?.[each] === 1);
  };
  expect(outcome({})).toBe('late');
  expect(outcome({}, 50)).toBe('pending');
  expect(outcome({ endedAt: 90 })).toBe('ended');
  expect(outcome({ endedAt: 110 })).toBe('late');
  expect(outcome({ firstActionAt: 90 })).toBe('inTime');
  expect(outcome({ firstActionAt: 101 })).toBe('late');
  expect(outcome({ firstActionAt: 5, scores: [{ band: 'high', scoredAt: 200, dueAt: 100 }] })).toBe('late');
});

it('tells of an instant the same whatever came after it', () => {
  const later = fc.integer({ min: 1001, max: 2000 });
  const changed = fc.record({ acted: later, ended: later, score: score.map((each) => ({ ...each, scoredAt: 1500 })) });
  fc.assert(
    fc.property(fc.array(fc.tuple(file, changed), { maxLength: 20 }), (pairs) => {
      const before = pairs.map(([each]) => each);
      const after = pairs.map(([{ scores, firstActionAt, endedAt, ...each }, { acted, ended, score: further }]) => ({
        ...each,
        scores: [...scores, further] as unknown as TimedReferral['scores'],
        firstActionAt: firstActionAt ?? acted,
        endedAt: endedAt ?? ended,
      }));
      expect(timelinessOf(after, 1000)).toEqual(timelinessOf(before, 1000));
    }),
  );
});
