import { sumWhole } from '#contract/ground/amounts';
import type { Measure } from '#contract/ground/codes';
import { addMonths, monthsBetween, type Month } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { ReturnContent } from '#contract/reporting/returns';
import { unitLines } from '../../indicators/ledgerChain.ts';
import { panelOf } from '../../../ledger/unitMonths/panel.ts';

/** Two years, which show a season twice. */
const shown = 24;

export interface Closings {
  readonly months: readonly Month[];
  readonly units: readonly { readonly code: string; readonly closing: readonly (number | null)[] }[];
  /** Null in a month that some unit does not report: a sum over fewer units would look like a fall. */
  readonly total: readonly (number | null)[];
}

/** The closing backlog by month up to the quarter's end, from the locked panel. */
export function closingsOf({ units, panel, quarter }: ReturnContent): Closings {
  const last = periodOf(quarter).lastMonth;
  const first = panel.reduce<Month>((earliest, { month }) => (month < earliest ? month : earliest), last);
  const start = addMonths(last, 1 - shown);
  const months = monthsBetween(first > start ? first : start, last);
  const cells = panelOf(
    panel.map((cell) => ({
      ...cell,
      unitId: cell.unitCode,
      measure: cell.measure as Measure,
      source: 'declared',
      packId: null,
    })),
  );
  const lines = units.map(({ code }) => {
    const byMonth = new Map(unitLines(cells.of(code), quarter).map(({ month, line }) => [month, line.closing]));
    return { code, closing: months.map((month) => byMonth.get(month) ?? null) };
  });
  const total = months.map((_, index) => sumWhole(lines.map(({ closing }) => closing[index] ?? null)));
  return { months, units: lines, total: lines.length === 0 ? months.map(() => null) : total };
}
