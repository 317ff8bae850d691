import { ledgerTerm } from '#contract/codes';
import type { Cell, CellContent } from '#contract/returnTexts';
import type { IndicatorValue, ReturnContent } from '#contract/returns';

export type Figures = Pick<ReturnContent, 'values' | 'ledger' | 'panel'>;

interface FilledCell extends Cell {
  readonly content: NonNullable<CellContent>;
}

export interface Difference extends Cell {
  readonly before: CellContent;
  readonly after: CellContent;
}

/** Names one cell of a return in any of its versions. */
export function keyOf({ what, unitCode, code, month }: Cell): string {
  return JSON.stringify([what, unitCode, code, month]);
}

function valueCells({ code, unitCode, value, numerator, denominator, status }: IndicatorValue): readonly FilledCell[] {
  const cell = (what: Cell['what'], content: FilledCell['content']): FilledCell => ({
    what,
    unitCode,
    code,
    month: null,
    content,
  });
  return [
    cell('value', { value, status }),
    cell('numerator', { value: numerator, status: null }),
    cell('denominator', { value: denominator, status: null }),
  ];
}

function ledgerCells({ unitCode, month, line }: ReturnContent['ledger'][number]): readonly FilledCell[] {
  const cell = (code: string, value: number | null): FilledCell => ({
    what: 'ledger',
    unitCode,
    code,
    month,
    content: { value, status: null },
  });
  return [
    cell('opening', line.opening),
    ...ledgerTerm.options.map((term) => cell(term, line.terms[term])),
    cell('closing', line.closing),
  ];
}

function panelCell({ unitCode, month, measure, value, status }: ReturnContent['panel'][number]): FilledCell {
  return { what: 'panel', unitCode, code: measure, month, content: { value, status } };
}

/** Every figure of a version: values with their parts, the ledger of the quarter's months, the panel behind both. */
function cellsOf({ values, ledger, panel }: Figures): ReadonlyMap<string, FilledCell> {
  const cells = [...values.flatMap(valueCells), ...ledger.flatMap(ledgerCells), ...panel.map(panelCell)];
  return new Map(cells.map((each) => [keyOf(each), each]));
}

function isSame(a: CellContent, b: CellContent): boolean {
  return a?.value === b?.value && a?.status === b?.status;
}

const order: readonly Cell['what'][] = ['value', 'numerator', 'denominator', 'ledger', 'panel'];

/**
 * The cells whose value or status is not the same in both versions, and those that only one of them has: in the order of
 * a return, what is no longer there last within its kind. What follows from them (the quarter before, coverage) is not listed again.
 */
export function differencesOf(before: Figures, after: Figures): readonly Difference[] {
  const [old, now] = [cellsOf(before), cellsOf(after)];
  const found = [...new Map([...now, ...old]).entries()].flatMap(([key, { what, unitCode, code, month }]) => {
    const [before, after] = [old.get(key)?.content ?? null, now.get(key)?.content ?? null];
    return isSame(before, after) ? [] : [{ what, unitCode, code, month, before, after }];
  });
  return order.flatMap((what) => found.filter((each) => each.what === what));
}
