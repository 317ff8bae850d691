import type { FiscalQuarter } from '#contract/ground/dates';
import type { AnnualIndicator } from '#contract/reporting/annual';
import type { NamedCategory } from '#contract/reporting/breakdownLabels';
import { gbaCodes, gbaWay, notTold, type GbaGroup, type GbaWay } from '#contract/reporting/gbaPlus';
import type { IndicatorValue } from '#contract/reporting/returns';
import { at, sum } from '../../estimator/numbers.ts';
import { percentOf } from '../indicators/stockFigures.ts';
import type { Draw } from '../returns/release/draws.ts';
import { hideFromTotals } from '../suppression/hide.ts';
import { smallCount, type Cell, type Relation, type Table } from '../suppression/table.ts';

/** The total of one indicator in one quarter's return. */
export interface QuarterTotal {
  /** Names that the framework of the return gives to categories. */
  readonly named: readonly NamedCategory[];
  readonly quarter: FiscalQuarter;
  readonly figure: IndicatorValue;
}

interface Known extends QuarterTotal {
  readonly whole: number;
}

/** A quarter's count by category; what is not broken down is one of them, so that they add up to the count. */
function countsIn({ whole, figure }: Known, by: GbaWay): ReadonlyMap<string, number> {
  const told = figure.parts.filter((each) => each.by === by);
  const rest = whole - sum(told.map(({ value }) => value ?? 0));
  return new Map([...told.map(({ category, value }) => [category, value ?? 0] as const), [notTold, rest]]);
}

const withheld = (id: string, value: number): Cell => ({
  ...{ id, value, lower: 0, state: 'withheld', protect: smallCount(value), cost: 1 },
});
const known = (id: string, value: number): Cell => ({
  ...{ id, value, lower: 0, state: 'published', protect: null, cost: 1 },
});

/**
 * The year's categories are to be published; those of a quarter are not, and follow from them where the others are known. The counts of
 * year and quarters are printed exact in the same report. Categories of the year come first.
 */
function layOut(quarters: readonly ReadonlyMap<string, number>[], categories: readonly string[], draw: Draw): Table {
  const cells: Cell[] = categories.map((category) => {
    const value = sum(quarters.map((each) => each.get(category) ?? 0));
    return { id: category, value, lower: 0, state: 'open', protect: smallCount(value), cost: 1 + 3 * draw(category) };
  });
  const relations: Relation[] = [];
  const add = (cell: Cell): number => cells.push(cell) - 1;
  const whole = (id: string, parts: readonly number[]): void => {
    const total = add(known(id, sum(parts.map((part) => at(cells, part).value))));
    relations.push([[total, -1], ...parts.map((part) => [part, 1] as const)]);
  };
  whole(
    'year',
    categories.map((_, position) => position),
  );
  const ofQuarters = quarters.map((counts, quarter) => {
    const own = categories.map((category) => add(withheld(`${category} ${quarter}`, counts.get(category) ?? 0)));
    whole(`quarter ${quarter}`, own);
    return own;
  });
  for (const position of categories.keys())
    relations.push([[position, -1], ...ofQuarters.map((own) => [at(own, position), 1] as const)]);
  return { cells, relations };
}

type Part = GbaGroup['parts'][number];

/** Percent of what is broken down: null where one of the counts that it is made from is suppressed, or nothing is. */
function shareOf(category: string, whole: number, parts: readonly Part[]): number | null {
  const valueOf = (name: string): number | null | undefined => parts.find((each) => each.category === name)?.value;
  const [part, rest] = [valueOf(category), valueOf(notTold) === undefined ? 0 : valueOf(notTold)];
  return part == null || rest == null ? null : percentOf(part, whole - rest);
}

function groupOf(
  { code, name }: Pick<AnnualIndicator, 'code' | 'name'>,
  by: GbaWay,
  totals: readonly Known[],
  draw: Draw,
): GbaGroup {
  const quarters = totals.map((each) => countsIn(each, by));
  const found = [...new Set(quarters.flatMap((each) => [...each.keys()]))].filter((each) => each !== notTold);
  const rest = sum(quarters.map((each) => each.get(notTold) ?? 0));
  const categories = [...found, ...(rest > 0 ? [notTold] : [])];
  const table = layOut(quarters, categories, (category) => draw(`gba|${code}|${by}|${category}`));
  // Where a count cannot be protected given the printed totals, no category is printed.
  const hidden = hideFromTotals(table) ?? new Set(categories.keys());
  const named = totals.flatMap((each) => each.named);
  const parts = categories.map((category, position): Part => {
    const name = named.findLast((each) => each.by === by && each.code === category)?.name;
    return { category, value: hidden.has(position) ? null : at(table.cells, position).value, ...(name && { name }) };
  });
  const whole = sum(totals.map((each) => each.whole));
  return {
    ...{ code, name, by, whole, parts },
    quarters: totals.map(({ quarter, figure }) => {
      const covered = figure.breakdowns.find((each) => each.by === by)?.unitsCovered ?? 0;
      return { quarter, covered, asked: figure.unitsAsked };
    }),
    unknownShare: shareOf('unknown', whole, parts),
    notAskedShare: shareOf('not_asked', whole, parts),
  };
}

/**
 * Victims and accused of the year by age and gender, and files by main barrier, gathered from the returns' totals. A count whose definition changed in the year is
 * left out, as it is not added up.
 */
export function gbaGroups(
  indicators: readonly AnnualIndicator[],
  totalsOf: (code: string) => readonly QuarterTotal[],
  draw: Draw,
): GbaGroup[] {
  return indicators
    .filter(({ code, own, definitionChanged }) => gbaCodes.includes(own ?? code) && !definitionChanged)
    .flatMap((indicator) => {
      const totals = totalsOf(indicator.code).flatMap((each): readonly Known[] =>
        each.figure.value === null ? [] : [{ ...each, whole: each.figure.value }],
      );
      return gbaWay.options
        .filter((by) =>
          totals.some(({ figure }) => figure.breakdowns.some((each) => each.by === by && each.unitsCovered > 0)),
        )
        .map((by) => groupOf(indicator, by, totals, draw));
    });
}
