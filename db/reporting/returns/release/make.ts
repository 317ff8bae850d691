import type { ReleaseBase, ReleaseMethod } from '#contract/reporting/releases';
import type { ReturnContent } from '#contract/reporting/returns';
import { percentOf } from '../../indicators/stockFigures.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import type { SigningKey } from '../../../ground/kernel/signing.ts';
import { avoidedLine } from './avoided.ts';
import { CellBook, keyOfCell, type ReleaseRecord } from './cellBook.ts';
import {
  ledgerCategory,
  type ReleaseContent,
  type ReleasedCategory,
  type ReleasedLedgerRow,
  type Shown,
} from './content.ts';
import { drawsOf } from './draws.ts';
import { factsOf } from './facts.ts';
import { layOutCategories, type CategoryLine } from './layOutCategories.ts';
import { layOutCounts, type CountLine } from './layOutCounts.ts';
import { layOutLedger, type LedgerRow } from './layOutLedger.ts';
import type { Report } from '../../suppression/protect.ts';
import { publishCells } from './methods.ts';
import { staffLines } from './staff.ts';
import { timeLines } from './times.ts';

export interface ReleaseKind {
  readonly method: ReleaseMethod;
  readonly base: ReleaseBase;
}
export interface EarlierRelease extends ReleaseKind {
  readonly record: ReleaseRecord;
}
export interface MadeRelease {
  readonly content: ReleaseContent;
  readonly record: ReleaseRecord;
}

function ledgerRow({ unitCode, month, unitsCovered, cells }: LedgerRow, show: (cell: string | null) => Shown) {
  const shown = Object.fromEntries(ledgerCategory.options.map((category) => [category, show(cells[category])]));
  return { unitCode, month, unitsCovered, cells: shown as ReleasedLedgerRow['cells'] };
}

/** A share out of what is shown: from rounded counts it may come to more than all, and is then all. */
function shareOf(numerator: Shown, denominator: Shown): Shown {
  if (numerator.mark === 'x' || denominator.mark === 'x') return { value: null, mark: 'x' };
  if (numerator.value === null || denominator.value === null) return { value: null, mark: '' };
  const value = percentOf(numerator.value, denominator.value);
  return { value: value === null ? null : Math.min(100, value), mark: '' };
}

function countOf({ figure, cell, parts }: CountLine, show: (cell: string | null) => Shown, method: ReleaseMethod) {
  const out = parts && { numerator: show(parts.numerator), denominator: show(parts.denominator) };
  const number = out ? shareOf(out.numerator, out.denominator) : show(cell);
  return { ...factsOf(figure, method === 'suppression' && number.mark === ''), shown: number, parts: out };
}

function categoryOf(
  { figure, part, unitsCovered, cell }: CategoryLine,
  show: (cell: string | null) => Shown,
  method: ReleaseMethod,
): ReleasedCategory {
  const shown = show(cell);
  const facts = factsOf({ ...figure, unitsCovered }, method === 'suppression' && shown.mark === '');
  const status = unitsCovered < figure.unitsAsked ? 'partial' : facts.status;
  return { ...facts, status, by: part.by, category: part.category, shown };
}

/** Two methods for the same cells disclose more than either does: a suppressed count and its rounded value. */
function requireSameMethod({ method, base }: ReleaseKind, record: ReleaseRecord, earlier: readonly EarlierRelease[]) {
  const keys = new Set(record.cells.map(({ id }) => keyOfCell(id)));
  const differs = earlier.some(
    (each) =>
      (each.method !== method || (method === 'rounding' && each.base !== base)) &&
      each.record.cells.some(({ id }) => keys.has(keyOfCell(id))),
  );
  if (differs) throw new StoreFailure('conflict', 'release_method_differs');
}

/**
 * What may be published of a return's content, given what was published before.
 * @param earlier every release of this workspace, in the order they were made
 * @throws StoreFailure `release_method_differs` where the same cells were released otherwise, `release_not_protected`
 * where earlier releases leave no way to keep a small count
 */
export function makeRelease(
  content: ReturnContent,
  { method, base }: ReleaseKind,
  key: SigningKey,
  earlier: readonly EarlierRelease[],
  report?: Report,
): MadeRelease {
  const book = new CellBook(
    earlier.filter((each) => each.method === method).map((each) => each.record),
    drawsOf(key, 'suppression'),
  );
  const counts = layOutCounts(content, book);
  const categories = layOutCategories(content, book);
  const ledger = layOutLedger(content, book);
  requireSameMethod(
    { method, base },
    book.record(() => 'published'),
    earlier,
  );
  const { shown, record } = publishCells(book, { method, base }, key, report);
  return {
    content: {
      method,
      base,
      counts: counts.map((line) => countOf(line, shown, method)),
      categories: categories.map((line) => categoryOf(line, shown, method)),
      times: timeLines(content),
      staff: staffLines(content),
      ledger: ledger.map((row) => ledgerRow(row, shown)),
      avoided: avoidedLine(content, base),
    },
    record,
  };
}
