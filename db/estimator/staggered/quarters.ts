import { at, mean } from '../numbers.ts';
import { inflowAt, isReported, outflowAt, type UnitPanel } from '../panel.ts';
import type { Window } from '../window.ts';

/** Quarters since January of year 0. The quarters of the fiscal year, which begins in April, begin with those of the calendar. */
export function quarterOf(month: string): number {
  return 4 * Number(month.slice(0, 4)) + Math.floor((Number(month.slice(5, 7)) - 1) / 3);
}

/** The first month of a quarter, 'YYYY-MM'. */
export function firstMonthOf(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(4, '0')}-${String(3 * (quarter % 4) + 1).padStart(2, '0')}`;
}

/** What is studied of a quarter, given its reported months (indices, not empty); NaN where it cannot be had. */
export type QuarterOutcome = (panel: UnitPanel, months: readonly number[]) => number;

/** log((C + 1/2) / Fb): mean monthly outflow for each base FTE, over the reported months whose base FTE is recorded. */
export const logProductivity: QuarterOutcome = (panel, months) => {
  const staffed = months.filter((t) => at(panel.fteBase, t) !== null);
  const outflow = mean(staffed.map((t) => outflowAt(panel, t) ?? NaN));
  const base = mean(staffed.map((t) => at(panel.fteBase, t) ?? NaN));
  return base > 0 ? Math.log((outflow + 0.5) / base) : NaN;
};

/** log(A + 1/2): mean monthly inflow. */
export const logInflow: QuarterOutcome = (panel, months) =>
  Math.log(mean(months.map((t) => inflowAt(panel, t) ?? NaN)) + 0.5);

/** An outcome of a unit in each of the quarters; NaN for a quarter without a reported month in the window. */
export function quarterly(
  panel: UnitPanel,
  window: Window,
  quarters: readonly number[],
  outcome: QuarterOutcome,
): readonly number[] {
  const reported = new Map<number, number[]>();
  for (let t = window.first; t <= window.last; t += 1) {
    if (!isReported(panel, t)) continue;
    const quarter = quarterOf(at(panel.months, t));
    reported.set(quarter, [...(reported.get(quarter) ?? []), t]);
  }
  return quarters.map((quarter) => {
    const months = reported.get(quarter);
    return months === undefined ? NaN : outcome(panel, months);
  });
}
