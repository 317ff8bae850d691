import type { Flow } from '#contract/statistics/backlog';
import { addMonths, type Month } from '#contract/ground/dates';

/** The change of the backlog in each month; null where a part of it is not reported. */
export function netOf({ received, closed, reclassified }: Flow): readonly (number | null)[] {
  return received.map((value, index) => {
    const [out, moved] = [closed[index] ?? null, reclassified[index] ?? null];
    return value === null || out === null || moved === null ? null : value - out + moved;
  });
}

/** Closed for each full-time equivalent in post; null where either is not known or nobody was in post. */
export function closedPerFte({ months, staff }: Flow): readonly (number | null)[] {
  return months.map((_, index) => {
    const [out, inPost] = [staff?.closed[index] ?? null, staff?.fte[index] ?? null];
    return out === null || inPost === null || inPost === 0 ? null : out / inPost;
  });
}

/** The same over all months in which it is known, and how many these are. */
export function meanRate(flow: Flow): { readonly rate: number; readonly months: number } | null {
  const known = flow.months.flatMap((_, index) => {
    const [closed, fte] = [flow.staff?.closed[index] ?? null, flow.staff?.fte[index] ?? null];
    return closed === null || fte === null ? [] : [{ closed, fte }];
  });
  const fte = known.reduce((total, each) => total + each.fte, 0);
  if (fte === 0) return null;
  return { rate: known.reduce((total, each) => total + each.closed, 0) / fte, months: known.length };
}

/** The last month that is over: half a month of receipts would pass for a fall. */
export function lastWholeMonth(last: Month, current: Month): Month {
  return last < current ? last : addMonths(current, -1);
}
