import { sumWhole } from '#contract/ground/amounts';
import { ledgerSign, ledgerTerm, type LedgerTerm, type Measure, type WorkspaceKind } from '#contract/ground/codes';
import { addMonths, monthsBetween, type Month } from '#contract/ground/dates';
import type { LedgerLine } from '#contract/statistics/backlog';
import type { UnitCells } from '../../ledger/unitMonths/panel.ts';

/** What a stock is run from; an opening holds whatever came before: the start of a series, or of a new one after a gap. */
export const stockMeasures: readonly Measure[] = ['backlog_opening', ...ledgerTerm.options];

/** Whether a month without any record means that nothing happened (rows are counted here) or that nobody reported. */
export type BlankMonth = 'nothing_happened' | 'not_reported';

export function blankMonthIn(kind: WorkspaceKind): BlankMonth {
  return kind === 'unit' ? 'nothing_happened' : 'not_reported';
}

export interface StockMonth {
  readonly month: Month;
  readonly opening: number | null;
  readonly terms: Readonly<Record<LedgerTerm, number | null>>;
  readonly closing: number | null;
  /** The recorded opening differs from the closing of the month before. */
  readonly restated: boolean;
  /** Files that ended on a day not known may have been open at its end: the closing is the least that it may have been. */
  readonly isLeast: boolean;
}

/**
 * Runs the balance through every month from the first record: closing = opening + signed terms. After a month that is
 * not reported the stock is unknown until an opening is recorded again: blank is never zero.
 */
export function runStock(cells: UnitCells, last: Month, blank: BlankMonth): readonly StockMonth[] {
  const first = cells.all.reduce<Month | null>(
    (least, { measure, month }) =>
      (least === null || month < least) && stockMeasures.includes(measure) ? month : least,
    null,
  );
  if (first === null) return [];
  const result: StockMonth[] = [];
  let stock: number | null = cells.at('backlog_opening', first)?.value ?? 0;
  for (const month of monthsBetween(first, last)) {
    const next = runMonth(cells, month, stock, blank);
    stock = next.closing;
    result.push(next);
  }
  return result;
}

function runMonth(cells: UnitCells, month: Month, stock: number | null, blank: BlankMonth): StockMonth {
  const stated = cells.at('backlog_opening', month)?.value ?? null;
  const opening = stated ?? stock;
  const terms = termsOf(cells, month, blank);
  const restated = stated !== null && stock !== null && stated !== stock;
  const isLeast = cells.at('reclassified', month)?.status === 'partial';
  return { month, opening, terms, closing: closingOf(opening, terms), restated, isLeast };
}

function termsOf(cells: UnitCells, month: Month, blank: BlankMonth): Record<LedgerTerm, number | null> {
  const missing = { value: blank === 'nothing_happened' ? 0 : null };
  return Object.fromEntries(
    ledgerTerm.options.map((term) => [term, (cells.at(term, month) ?? missing).value]),
  ) as Record<LedgerTerm, number | null>;
}

function closingOf(opening: number | null, terms: Readonly<Record<LedgerTerm, number | null>>): number | null {
  return ledgerTerm.options.reduce<number | null>((sum, term) => {
    const value = terms[term];
    return sum === null || value === null ? null : sum + ledgerSign[term] * value;
  }, opening);
}

/** The ledger of a period: each term summed, null as soon as one month of it is not known. */
export function ledgerOf(months: readonly Pick<StockMonth, 'opening' | 'terms' | 'closing'>[]): LedgerLine {
  const terms = Object.fromEntries(
    ledgerTerm.options.map((term) => [
      term,
      months.length === 0 ? null : sumWhole(months.map((each) => each.terms[term])),
    ]),
  ) as Record<LedgerTerm, number | null>;
  const opening = months[0]?.opening ?? null;
  const closing = months.at(-1)?.closing ?? null;
  return { opening, terms, closing, balanced: closing !== null && closingOf(opening, terms) === closing };
}

export type Movement = 'fell' | 'held' | 'grew' | 'unknown';

/** Stable: a change of at most two files or 5%, whichever is more. */
export function movementOf(opening: number | null, closing: number | null): Movement {
  if (opening === null || closing === null) return 'unknown';
  const change = closing - opening;
  if (Math.abs(change) <= Math.max(2, 0.05 * opening)) return 'held';
  return change < 0 ? 'fell' : 'grew';
}

/** How a stock moved from before one month to the end of another; not known where it was only at least so many at either. */
export function movementBetween(stock: readonly StockMonth[], from: Month, to: Month): Movement {
  const at = (wanted: Month): StockMonth | undefined => stock.find(({ month }) => month === wanted);
  if (at(addMonths(from, -1))?.isLeast === true || at(to)?.isLeast === true) return 'unknown';
  return movementOf(at(from)?.opening ?? null, at(to)?.closing ?? null);
}

/** The sum over units whose figures are whole; the caller says how many that are. Of no unit there is no sum. */
export function addLedgers(lines: readonly LedgerLine[]): LedgerLine {
  const add = (pick: (line: LedgerLine) => number | null): number | null =>
    lines.length === 0 ? null : lines.reduce((total, line) => total + (pick(line) ?? 0), 0);
  return {
    opening: add((line) => line.opening),
    terms: Object.fromEntries(
      ledgerTerm.options.map((term) => [term, add((line) => line.terms[term] ?? null)]),
    ) as LedgerLine['terms'],
    closing: add((line) => line.closing),
    balanced: lines.length > 0 && lines.every((line) => line.balanced),
  };
}
