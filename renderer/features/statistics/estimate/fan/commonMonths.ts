import type { CounterfactualResult } from '#contract/statistics/estimate';
import type { FanSeries } from './fanPoints.ts';

type Total = NonNullable<CounterfactualResult['total']>;

/** With fewer months than this the sum is shown as it is. */
const fewestMonths = 6;

/**
 * The months in which every unit of the sum's last month has its part, the others blank: a unit that joins the sum is no growth of a backlog, and one
 * that does not report is no fall.
 */
export function commonMonths({ months, backlog, fan, covered, unitsCovered }: Total): FanSeries {
  const isWhole = covered.map((units) => units === unitsCovered);
  if (isWhole.filter(Boolean).length < fewestMonths) return { months, backlog, fan };
  const first = isWhole.indexOf(true);
  const keep = <T>(values: readonly T[]) =>
    values.map((value, index) => (isWhole[index] === true ? value : null)).slice(first);
  return { months: months.slice(first), backlog: keep(backlog), fan: keep(fan) };
}
