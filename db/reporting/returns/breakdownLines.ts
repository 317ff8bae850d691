import type { Breakdown } from '#contract/reporting/breakdowns';
import { categoryName } from '#contract/reporting/breakdownLabels';
import type { ValueStatus } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import type { FigurePart } from '#contract/reporting/indicators';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { headings } from '#contract/words/headings';

/** Replaces the categories of a figure that is not broken down: what they come to is not known, and not zero. */
export const notBrokenDown = 'not_broken_down';

/** A category of a figure, as the files of a return print it. */
export interface BreakdownLine extends FigurePart {
  readonly name: Bilingual;
  readonly status: ValueStatus;
  /** Units that are broken down so, of those that the figure should cover. */
  readonly unitsCovered: number;
  readonly unitsAsked: number;
}

function coverOf({ breakdowns, unitsCovered }: IndicatorValue, by: Breakdown): number {
  return breakdowns.find((each) => each.by === by)?.unitsCovered ?? unitsCovered;
}

function statusOf(figure: IndicatorValue, { by, value }: FigurePart): ValueStatus {
  if (value === null) return 'not_available';
  const isPart = coverOf(figure, by) < figure.unitsAsked;
  // A stage may have its median where the whole has not come so far.
  if (figure.value === null) return isPart ? 'partial' : 'complete';
  return isPart && figure.breakdowns.length > 0 ? 'partial' : figure.status;
}

/** What the units that are not broken down come to, so that the lines add up to the figure. */
function restOf({ value, parts }: IndicatorValue, by: Breakdown): number | null {
  if (value === null) return null;
  return value - parts.reduce((sum, part) => sum + (part.by === by ? (part.value ?? 0) : 0), 0);
}

/** The categories of a figure, and a line for the units in which it has none. */
export function breakdownLines(
  { categories }: Pick<ReturnContent, 'categories'>,
  figure: IndicatorValue,
): readonly BreakdownLine[] {
  const { parts, breakdowns, unitsAsked } = figure;
  const missing = breakdowns.filter(({ unitsCovered }) => unitsCovered < figure.unitsCovered || unitsCovered === 0);
  return [
    ...parts.map((part) => ({
      ...part,
      name: categoryName(part, categories),
      status: statusOf(figure, part),
      unitsCovered: coverOf(figure, part.by),
      unitsAsked,
    })),
    ...missing.map(({ by, unitsCovered }) => {
      const rest = restOf(figure, by);
      return {
        by,
        category: notBrokenDown,
        name: headings.notBrokenDown,
        value: rest,
        numerator: null,
        denominator: null,
        status: rest === null ? ('not_available' as const) : figure.status,
        unitsCovered: figure.unitsCovered - unitsCovered,
        unitsAsked,
      };
    }),
  ];
}
