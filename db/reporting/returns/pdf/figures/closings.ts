import type { Measure } from '#contract/ground/codes';
import { addMonths, monthsBetween, quarterMonths, type Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { unitLines } from '../../../indicators/ledgerChain.ts';
import { cellsByUnit } from '../../../indicators/unitCells.ts';

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
  const last = quarterMonths(quarter)[2];
  const first = panel.reduce<Month>((earliest, { month }) => (month < earliest ? month : earliest), last);
  const start = addMonths(last, 1 - shown);
  const months = monthsBetween(first > start ? first : start, last);
  const cells = cellsByUnit(
    panel.map((cell) => ({
      ...cell,
      unitId: cell.unitCode,
      measure: cell.measure as Measure,
      source: 'declared',
      packId: null,
    })),
    units.map((each) => each.code),
  );
  const lines = cells.map((own) => {
    const byMonth = new Map(unitLines(own, quarter).map(({ month, line }) => [month, line.closing]));
    return { code: own.unitId, closing: months.map((month) => byMonth.get(month) ?? null) };
  });
  const total = months.map((_, index) =>
    lines.reduce<number | null>((sum, { closing }) => {
      const own = closing[index] ?? null;
      return sum === null || own === null ? null : sum + own;
    }, 0),
  );
  return { months, units: lines, total: lines.length === 0 ? months.map(() => null) : total };
}
