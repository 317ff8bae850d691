import {
  categoriesOf,
  countedBy,
  isCountedCode,
  unknownCategory,
  type CountBreakdown,
  type CountedBreakdown,
  type ToldBreakdown,
} from '#contract/reporting/breakdowns';
import type { FigurePart } from '#contract/reporting/indicators';
import type { Figure } from './figure.ts';

const sumOf = ({ parts }: Pick<ToldBreakdown, 'parts'>): number => parts.reduce((total, { count }) => total + count, 0);

/** The categories in their order: those of a closed list whether they occur or not, those of a catalogue by their codes; the unknown last. */
function inOrder(by: CountBreakdown, counts: ReadonlyMap<string, number>): readonly string[] {
  // Those of the framework, in its order, whether they occur or not.
  if (by === 'barrier') return [...[...counts.keys()].filter((each) => each !== unknownCategory), unknownCategory];
  const occurring = [...counts].flatMap(([category, count]) => (count > 0 ? [category] : []));
  const found = occurring.filter((each) => each !== unknownCategory).sort();
  const listed: readonly string[] = categoriesOf[by] ?? [];
  return [...listed, ...found.filter((each) => !listed.includes(each)), unknownCategory];
}

/** Counts by category as the parts of a figure: a category that a breakdown does not name counts none. */
export function countParts(by: CountBreakdown, counts: ReadonlyMap<string, number>): readonly FigurePart[] {
  return inOrder(by, counts).map((category) => ({
    by,
    category,
    value: counts.get(category) ?? 0,
    numerator: null,
    denominator: null,
  }));
}

export function toldOf(told: readonly ToldBreakdown[], code: string, by: CountedBreakdown): ToldBreakdown | undefined {
  return told.find((each) => each.code === code && each.by === by);
}

/** Whether the given parts add up to the figure that is reported. */
export function addsUp(told: ToldBreakdown, value: number): boolean {
  return sumOf(told) === value;
}

/**
 * A unit's figure with its parts, which always add up to it. Where the figure has grown since its parts were given the difference is not
 * known; where it is less than they are, it is not broken down.
 */
export function withBreakdowns(figure: Figure, told: readonly ToldBreakdown[]): Figure {
  const { code, value } = figure;
  if (!isCountedCode(code)) return figure;
  // What is not reported is broken down in no way, and each of them says so.
  if (value === null) return { ...figure, breakdowns: countedBy[code].map((by) => ({ by, unitsCovered: 0 })) };
  const found = countedBy[code].map((by) => {
    const own = toldOf(told, code, by);
    const rest = own ? value - sumOf(own) : -1;
    if (!own || rest < 0) return { by, unitsCovered: 0, parts: [] };
    const counts = new Map(own.parts.map(({ category, count }) => [category, count]));
    counts.set(unknownCategory, (counts.get(unknownCategory) ?? 0) + rest);
    return { by, unitsCovered: 1, parts: countParts(by, counts) };
  });
  return {
    ...figure,
    parts: found.flatMap(({ parts }) => parts),
    breakdowns: found.map(({ by, unitsCovered }) => ({ by, unitsCovered })),
  };
}
