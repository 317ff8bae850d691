import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, shareOf } from '#contract/ground/change';
import { monthsBetween, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Figure } from '../../../../db/reporting/indicators/figure.ts';
import { totalOf } from '../../../../db/reporting/returns/values.ts';
import { nationalView, type KnownUnit } from '../../../../db/reporting/rollup/national.ts';
import { runStock } from '../../../../db/statistics/backlog/stock.ts';
import { panelOf, type PanelCell } from '../../../../db/ledger/unitMonths/panel.ts';
import { ledgerCells } from '../../../support/ledgerCells.ts';

const year = { from: '2020-04' as Month, to: '2021-03' as Month };
const twoYears = monthsBetween('2019-04' as Month, year.to);

/** `whole` over so many months, whole numbers that add up to it. */
function spread(whole: number, months: number): readonly number[] {
  const at = (month: number): number => Math.floor((whole * month) / months);
  return Array.from({ length: months }, (_, month) => at(month + 1) - at(month));
}

interface Story {
  readonly code: string;
  /** Over the year before, then over the year. */
  readonly received?: readonly [number | null, number | null];
  readonly arrests?: readonly [number, number];
  /** The backlog before the year and at its end. */
  readonly backlog?: readonly [number, number];
}

function monthly([before, now]: readonly [number | null, number | null]): readonly (number | null)[] {
  const year = (whole: number | null) => (whole === null ? Array<null>(12).fill(null) : spread(whole, 12));
  return [...year(before), ...year(now)];
}

function unitOf({ code, received = [0, 0], arrests = [0, 0], backlog = [100, 100] }: Story): KnownUnit {
  const unitId = code;
  const cell = (measure: PanelCell['measure'], month: Month, value: number | null): PanelCell => ({
    unitId,
    month,
    measure,
    value,
    status: value === null ? 'not_available' : 'complete',
    source: 'counted',
    packId: null,
  });
  const byMonth = { received: monthly(received), arrests: monthly(arrests) };
  const cells = twoYears.flatMap((month, index) => [
    cell('received', month, byMonth.received[index] ?? null),
    cell('arrests', month, byMonth.arrests[index] ?? null),
  ]);
  const none = { received: 0, proactive: 0, reopened: 0, returned: 0, transferred_in: 0, concluded: 0 };
  const rest = { administrative: 0, to_court: 0, transferred_out: 0 };
  const [opening, closing] = backlog;
  const recorded = monthsBetween(year.from, year.to).map((month, index) => ({
    month,
    opening: index === 0 ? opening : null,
    terms: { ...none, ...rest, reclassified: index === 11 ? closing - opening : 0 },
  }));
  return {
    isUnsigned: () => false,
    facts: { unitId: unitId as UnitId, code, name: { en: code, fr: code }, unsigned: false },
    cells: panelOf(cells).of(unitId),
    stock: runStock(ledgerCells(recorded), year.to, 'not_reported'),
  };
}

const view = (stories: readonly Story[]) => nationalView(stories.map(unitOf), year, null);
const headline = (stories: readonly Story[], code: string) =>
  view(stories).headlines.find((each) => each.code === code)!;

/** As the evaluation prints them: whole percentages, and one with a tenth. */
const printed = (share: number | null, decimals = 0): string => ((share ?? NaN) * 100).toFixed(decimals);

describe('the figures of the evaluation, through the arithmetic of the roll-up', () => {
  it('referrals of three agreements, 934 then 1,278: up 37 %', () => {
    const parts: Story[] = [
      { code: 'U01', received: [500, 700] },
      { code: 'U02', received: [300, 378] },
      { code: 'U03', received: [134, 200] },
    ];
    const found = headline(parts, 'R1');
    expect(found).toMatchObject({ before: 934, now: 1278, unitsCovered: 3 });
    expect(printed(found.share)).toBe('37');
  });

  it('arrests of one unit, 83 then 185: up 123 %', () => {
    const found = headline([{ code: 'U01', arrests: [83, 185] }], 'C3');
    expect(found).toMatchObject({ before: 83, now: 185 });
    expect(printed(found.share)).toBe('123');
  });

  it('images a month, 670,000 then 1.3 million: up 94 %', () => {
    expect(printed(changeOf(670_000, 1_300_000)!.share)).toBe('94');
  });

  it('mandatory reports, 78 then 16: down 79.5 %', () => {
    const found = headline([{ code: 'U01', received: [78, 16] }], 'R1');
    expect(printed(found.share, 1)).toBe('-79.5');
  });

  it('activities done or under way: 80 % of 46, from the parts of each agreement', () => {
    const activities = (done: number, planned: number): Figure => ({
      code: 'P1',
      value: done,
      numerator: done,
      denominator: planned,
      parts: [],
      status: 'complete',
      calculation: 'pack',
      packIds: [],
    });
    const { numerator, denominator } = totalOf([activities(14, 16), activities(12, 15), activities(11, 15)]);
    expect(denominator).toBe(46);
    expect(printed(shareOf(numerator, denominator))).toBe('80');
  });

  it('backlogs: 3 of 30 units fell', () => {
    const closings = [80, 40, 94, ...Array<number>(4).fill(105), ...Array<number>(23).fill(140)];
    const stories = closings.map((closing, index): Story => ({ code: `U${String(index)}`, backlog: [100, closing] }));
    expect(view(stories)).toMatchObject({ fell: 3, held: 4, grew: 23, unknown: 0, opening: 3000, closing: 3854 });
    expect(view(stories).units).toHaveLength(30);
  });
});

describe('movements', () => {
  it.each([
    [100, 105, 'held'],
    [100, 106, 'grew'],
    [100, 95, 'held'],
    [100, 94, 'fell'],
    // Of a small backlog two files are no movement.
    [10, 12, 'held'],
    [10, 13, 'grew'],
    [0, 2, 'held'],
  ] as const)('%i then %i: %s', (before, now, movement) => {
    expect(view([{ code: 'U01', backlog: [before, now] }]).units[0]?.movement).toBe(movement);
  });

  it('are unknown where a month was not reported', () => {
    const { cells, facts } = unitOf({ code: 'U01' });
    const silent = { facts, cells, isUnsigned: () => false, stock: [] };
    expect(nationalView([silent], year, null)).toMatchObject({ unknown: 1, opening: null, closing: null });
  });
});

describe('a headline', () => {
  it('compares the units that know both years, and says how many', () => {
    const found = headline(
      [
        { code: 'U01', received: [100, 150] },
        { code: 'U02', received: [null, 400] },
      ],
      'R1',
    );
    expect(found).toMatchObject({ before: 100, now: 150, share: 0.5, unitsCovered: 1 });
  });

  it('of units that cannot be compared is not known, and of nothing before has no share', () => {
    expect(headline([{ code: 'U01', received: [null, 9] }], 'R1')).toMatchObject({
      before: null,
      now: null,
      share: null,
    });
    expect(headline([{ code: 'U01', received: [0, 9] }], 'R1')).toMatchObject({ before: 0, now: 9, share: null });
  });
});

const anyCount = fc.oneof(fc.constant(null), fc.nat({ max: 5000 }));
const anyStory = fc.record({
  received: fc.tuple(anyCount, anyCount),
  arrests: fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 300 })),
  backlog: fc.tuple(fc.nat({ max: 900 }), fc.nat({ max: 900 })),
});
const named = (stories: readonly Omit<Story, 'code'>[], from = 0): readonly Story[] =>
  stories.map((story, index) => ({ ...story, code: `U${String(from + index).padStart(2, '0')}` }));

describe('laws', () => {
  it('the whole is the sum of its parts, however they are divided', () => {
    const stories = fc.array(anyStory, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(stories, fc.nat({ max: 8 }), (all, cut) => {
        const [left, right] = [named(all.slice(0, cut)), named(all.slice(cut), cut)];
        const [whole, one, other] = [view([...left, ...right]), view(left), view(right)];
        for (const count of ['fell', 'held', 'grew', 'unknown'] as const)
          expect(whole[count]).toBe(one[count] + other[count]);
        expect(whole.closing ?? 0).toBe((one.closing ?? 0) + (other.closing ?? 0));
        whole.headlines.forEach((each, index) => {
          const parts = [one.headlines[index]!, other.headlines[index]!];
          expect(each.unitsCovered).toBe(parts[0]!.unitsCovered + parts[1]!.unitsCovered);
          expect(each.now ?? 0).toBe((parts[0]!.now ?? 0) + (parts[1]!.now ?? 0));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('the order of the units changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyStory, { maxLength: 6 }), (all) => {
        const forwards = view(named(all));
        const backwards = view(named(all).toReversed());
        expect({ ...backwards, units: backwards.units.toReversed() }).toEqual(forwards);
      }),
      { numRuns: 60 },
    );
  });

  it('a change and its share give the figure back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.nat({ max: 10_000_000 }), (before, now) => {
        const { absolute, share } = changeOf(before, now)!;
        expect(before + absolute).toBe(now);
        expect(before * (1 + share!)).toBeCloseTo(now, 6);
      }),
    );
  });
});
