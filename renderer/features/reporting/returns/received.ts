import type { Agreement } from '#contract/reporting/agreements';
import { firstDayOf, lastDayOf, quarterMonths, quarterRank, type Quarter } from '#contract/ground/dates';
import type { Output } from '#contract/index';

/** How many of the units that the agreement funds in the quarter have a pack that reaches it. */
export function receivedOf(
  { units }: Pick<Agreement, 'units'>,
  quarter: Quarter,
  { received }: Pick<Output<'returns.list'>, 'received'>,
): { readonly received: number; readonly asked: number } {
  const [first, , last] = quarterMonths(quarter);
  const funded = new Set(
    units
      .filter(({ from, to }) => from <= lastDayOf(last) && (to === null || to >= firstDayOf(first)))
      .map(({ unitId }) => unitId),
  );
  const come = received.filter((each) => funded.has(each.unitId) && quarterRank(each.quarter) >= quarterRank(quarter));
  return { received: come.length, asked: funded.size };
}
