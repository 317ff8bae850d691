import type { CounterfactualResult } from '#contract/statistics/estimate';
import type { FanSeries } from './fanPoints.ts';

type Total = NonNullable<CounterfactualResult['total']>;

/** With fewer months than this the sum of other units in other months is shown, and said to be one. */
const fewestMonths = 6;

interface Drawn extends FanSeries {
  /** Whether each month sums the same units. */
  readonly hasSameUnits: boolean;
}

/**
 * The months in which every unit of the sum's last month has its part, the others blank: a unit that joins the sum is no growth of a backlog, and one
 * that does not report is no fall.
 */
export function commonMonths({ months, backlog, fan, covered, unitsCovered }: Total): Drawn {
  const isWhole = covered.map((units) => units === unitsCovered);
  // With as many units in each month, they are the same.
  const hasSameUnits =
    isWhole.filter(Boolean).length >= fewestMonths || covered.every((units) => units === 0 || units === unitsCovered);
  const isShown = hasSameUnits ? isWhole : covered.map((units) => units > 0);
  const first = isShown.indexOf(true);
  const keep = <T>(values: readonly T[]) => values.map((value, index) => (isShown[index] ? value : null)).slice(first);
  return { months: months.slice(first), backlog: keep(backlog), fan: keep(fan), hasSameUnits };
}
