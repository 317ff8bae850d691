import type { EstimatedCounterfactual, RefusedCounterfactual } from './counterfactual.ts';
import { at, sum } from './numbers.ts';
import type { Refusal } from './reasons.ts';
import { shiftQuantiles, summariseDraws, type DrawSummary, type Quantiles } from './summary.ts';

/** The total of one month over the units that have an answer for it; `units` says how many, of how many. */
type CombinedMonth = {
  readonly month: string;
  readonly units: number;
  /** Actual backlog of those units, in files; null when no unit is covered. */
  readonly backlog: number | null;
  readonly fan: Quantiles | null;
  readonly avoided: DrawSummary['avoided'] | null;
  readonly probabilityBelow: number | null;
};

export type CombinedCounterfactual = {
  readonly unitCount: number;
  readonly refused: readonly { readonly unitId: string; readonly reasons: readonly Refusal[] }[];
  readonly months: readonly CombinedMonth[];
};

function checkSameWorlds(results: readonly EstimatedCounterfactual[]): void {
  const keys = new Set(
    results.map((result) => JSON.stringify([result.method, result.draws.seed, result.draws.count, result.assumptions])),
  );
  if (keys.size > 1)
    throw new RangeError('Only estimates of the same method, seed, draws and assumptions can be added up.');
  if (new Set(results.map((result) => result.unitId)).size < results.length)
    throw new RangeError('A unit is given twice.');
}

function combineMonth(results: readonly EstimatedCounterfactual[], month: string): CombinedMonth {
  const covered: { readonly backlog: number; readonly draws: Int32Array }[] = [];
  for (const result of results) {
    const draws = result.draws.avoidedByMonth[month];
    const backlog = result.backlog[result.months.indexOf(month)] ?? null;
    if (draws !== undefined && backlog !== null) covered.push({ backlog, draws });
  }
  const [first] = covered;
  if (first === undefined) return { month, units: 0, backlog: null, fan: null, avoided: null, probabilityBelow: null };
  const total = new Int32Array(first.draws.length);
  for (const { draws } of covered) for (let d = 0; d < total.length; d += 1) total[d] = at(total, d) + at(draws, d);
  const backlog = sum(covered.map((unit) => unit.backlog));
  const { avoided, probabilityBelow } = summariseDraws(total);
  return { month, units: covered.length, backlog, fan: shiftQuantiles(avoided, backlog), avoided, probabilityBelow };
}

/**
 * Totals over units, by adding up their draws: draw d is the same world in each, so the interval of the total is a joint one. Interval ends
 * are never added. A unit that is refused, or that has no draws for a month, is left out of that month and counted as left out.
 * Source: Vigie method note, section 0.
 * @param months 'YYYY-MM', each kept by `estimateCounterfactual` (`keepMonths`)
 * @throws RangeError when the estimates do not belong together or a unit is given twice
 */
export function combineUnits(
  results: readonly (EstimatedCounterfactual | RefusedCounterfactual)[],
  months: readonly string[],
): CombinedCounterfactual {
  const estimated = results.filter((result) => result.status === 'estimated');
  checkSameWorlds(estimated);
  return {
    unitCount: results.length,
    refused: results
      .filter((result) => result.status === 'refused')
      .map(({ unitId, reasons }) => ({ unitId, reasons })),
    months: months.map((month) => combineMonth(estimated, month)),
  };
}
