import { addMonths, monthsBetween, type Month } from '#contract/ground/dates';
import { sumWhole } from '#contract/ground/amounts';
import { inflowAt, type UnitPanel } from '../../estimator/panel.ts';

const monthsShown = 24;

/** A column of several units together by month; null where one of them has no value. */
function together(
  panels: readonly UnitPanel[],
  months: readonly Month[],
  value: (panel: UnitPanel, t: number) => number | null,
): (number | null)[] {
  return months.map((month) =>
    sumWhole(
      panels.map((panel) => {
        const t = panel.months.indexOf(month);
        return t < 0 ? null : value(panel, t);
      }),
    ),
  );
}

/** The actual backlog before a plan: two years up to the last month known. */
export function pastBacklog(
  panels: readonly UnitPanel[],
  lastMonth: Month,
): { readonly months: Month[]; readonly backlog: (number | null)[] } {
  const months = [...monthsBetween(addMonths(lastMonth, 1 - monthsShown), lastMonth)];
  return { months, backlog: together(panels, months, (panel, t) => panel.backlog[t] ?? null) };
}

/** Inflow of the last 12 months over that of the 12 before, minus 1; null where a month is missing. */
export function growthObserved(panels: readonly UnitPanel[], lastMonth: Month): number | null {
  const inflow = (from: number, to: number): number | null =>
    sumWhole(together(panels, monthsBetween(addMonths(lastMonth, from), addMonths(lastMonth, to)), inflowAt));
  const recent = inflow(-11, 0);
  const before = inflow(-23, -12);
  return recent === null || before === null || before === 0 ? null : recent / before - 1;
}
