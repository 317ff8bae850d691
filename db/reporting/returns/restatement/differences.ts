import { ledgerTerm } from '#contract/ground/codes';
import { cellKind, type Cell, type CellContent } from '#contract/reporting/returnTexts';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { brokenDownBefore, categoryCells, unlistedIn } from './categoryCells.ts';
import { agreementCells, budgetCells, cashCellsOf, filledCell, type FilledCell } from './fundingCells.ts';

export type Figures = Pick<ReturnContent, 'values' | 'ledger' | 'panel' | 'agreementFigures' | 'funding' | 'quarter'>;

export interface Difference extends Cell {
  readonly before: CellContent;
  readonly after: CellContent;
}

/** Names one cell of a return in any of its versions. */
export function keyOf({ what, unitCode, code, month }: Cell): string {
  return JSON.stringify([what, unitCode, code, month]);
}

function valueCells(figure: IndicatorValue): readonly FilledCell[] {
  const { code, unitCode, value, numerator, denominator, status, entered } = figure;
  return [
    filledCell('value', code, value, { unitCode, status }),
    filledCell('numerator', code, numerator, { unitCode }),
    filledCell('denominator', code, denominator, { unitCode }),
    ...(entered ? [filledCell('entered', code, entered.value, { unitCode, status: entered.status })] : []),
  ];
}

function ledgerCells({ unitCode, month, line }: ReturnContent['ledger'][number]): readonly FilledCell[] {
  const columns = ['opening', ...ledgerTerm.options, 'closing'] as const;
  const amounts = { ...line.terms, opening: line.opening, closing: line.closing };
  return columns.map((column) => filledCell('ledger', column, amounts[column], { unitCode, month }));
}

function panelCell({ unitCode, month, measure, value, status }: ReturnContent['panel'][number]): FilledCell {
  return filledCell('panel', measure, value, { unitCode, month, status });
}

/** Every figure of a version: values with their parts, the registers' amounts, the ledger of the quarter's months, the panel behind both. */
function cellsOf(figures: Figures): ReadonlyMap<string, FilledCell> {
  const { values, ledger, panel } = figures;
  const cells = [
    ...values.flatMap(valueCells),
    ...values.flatMap(categoryCells),
    ...agreementCells(figures),
    ...budgetCells(figures),
    ...cashCellsOf(figures),
    ...ledger.flatMap(ledgerCells),
    ...panel.map(panelCell),
  ];
  return new Map(cells.map((each) => [keyOf(each), each]));
}

/** A figure of agreements that the earlier version did not report is none of its cells. */
function reportedBefore({ agreementFigures: before }: Figures, now: Figures): Figures {
  const codes = new Set(before.map(({ code }) => code));
  return { ...now, agreementFigures: now.agreementFigures.filter(({ code }) => codes.has(code)) };
}

function isSame(a: CellContent, b: CellContent): boolean {
  return a?.value === b?.value && a?.status === b?.status;
}

/**
 * The cells whose value or status is not the same in both versions, and those that only one of them has: in the order of
 * a return, what is no longer there last within its kind. What follows from them (the quarter before, coverage) is not listed again.
 */
export function differencesOf(before: Figures, after: Figures): readonly Difference[] {
  const [old, now] = [cellsOf(before), cellsOf(brokenDownBefore(before, reportedBefore(before, after)))];
  const [unlistedBefore, unlistedNow] = [unlistedIn(before), unlistedIn(after)];
  const found = [...new Map([...now, ...old]).entries()].flatMap(([key, { what, unitCode, code, month }]) => {
    const cell = { what, unitCode, code, month };
    const [was, is] = [old.get(key)?.content ?? unlistedBefore(cell), now.get(key)?.content ?? unlistedNow(cell)];
    return isSame(was, is) ? [] : [{ ...cell, before: was, after: is }];
  });
  return cellKind.options.flatMap((what) => found.filter((each) => each.what === what));
}
