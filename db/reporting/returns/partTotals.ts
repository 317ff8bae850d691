import { sum } from '../../estimator/numbers.ts';
import type { Breakdown, CountBreakdown } from '#contract/reporting/breakdowns';
import type { BreakdownCover, FigurePart, Totalling } from '#contract/reporting/indicators';
import type { Figure } from '../indicators/figure.ts';
import { countParts } from '../indicators/breakdowns.ts';
import { percentOf } from '../indicators/stockFigures.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';

export interface PartsOfTotal {
  readonly parts: readonly FigurePart[];
  readonly breakdowns: readonly BreakdownCover[];
}

const isCovered = ({ breakdowns = [] }: Figure, by: Breakdown): boolean =>
  breakdowns.some((each) => each.by === by && each.unitsCovered > 0);

/** Counts by category over the units that are broken down; the others add nothing to any category. */
function countsBy(figures: readonly Figure[], by: CountBreakdown): PartsOfTotal {
  const covered = figures.filter((each) => isCovered(each, by));
  const counts = new Map<string, number>();
  for (const part of covered.flatMap(({ parts }) => parts)) {
    if (part.by === by) counts.set(part.category, (counts.get(part.category) ?? 0) + (part.value ?? 0));
  }
  return {
    parts: covered.length === 0 ? [] : countParts(by, counts),
    breakdowns: [{ by, unitsCovered: covered.length }],
  };
}

function sharesOf(figures: readonly Figure[]): readonly FigurePart[] {
  const groups = groupsBy(
    figures.flatMap((each) => each.parts),
    ({ by, category }) => `${by} ${category}`,
  );
  return [...groups.values()].flatMap((parts) => {
    const [one] = parts;
    if (!one) return [];
    const [numerator, denominator] = [
      sum(parts.flatMap((each) => each.numerator ?? [])),
      sum(parts.flatMap((each) => each.denominator ?? [])),
    ];
    return [{ by: one.by, category: one.category, value: percentOf(numerator, denominator), numerator, denominator }];
  });
}

/** The units' categories added up: only counts and shares can be. `known` are the figures that have a value. */
export function partsOfTotal(known: readonly Figure[], total: Totalling, asked: number): PartsOfTotal {
  const [first, ...others] = known;
  if (!first) return { parts: [], breakdowns: [] };
  // The total of one unit is the unit's own figure.
  if (asked === 1) return { parts: first.parts, breakdowns: first.breakdowns ?? [] };
  if (total === 'ratio' && others.length > 0) return { parts: sharesOf(known), breakdowns: [] };
  if (total !== 'sum') return { parts: [], breakdowns: [] };
  const ways = new Set(known.flatMap(({ breakdowns = [] }) => breakdowns.map(({ by }) => by)));
  const found = [...ways].map((by) => countsBy(known, by as CountBreakdown));
  return {
    parts: found.flatMap(({ parts }) => parts),
    breakdowns: found.flatMap(({ breakdowns }) => breakdowns),
  };
}

/** A figure with those of its parts alone that the framework breaks it down by. */
export function brokenDownBy(figure: Figure, ways: readonly string[]): Figure {
  const isAsked = ({ by }: { readonly by: Breakdown }): boolean => ways.includes(by);
  const { parts, breakdowns } = figure;
  return {
    ...figure,
    parts: parts.filter(isAsked),
    ...(breakdowns && { breakdowns: breakdowns.filter(isAsked) }),
  };
}
