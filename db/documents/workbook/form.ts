import { archiveOf, type Parts } from './archive.ts';
import { bookOf } from './book.ts';
import { cellAt, editSheet, isComputed, shownAt, type CellEdit, type EditValue } from './editSheet.ts';
import { placesIn } from './sheetCells.ts';
import { dateStyle } from './styles.ts';

/** What goes into a cell of somebody's form. */
export interface FormCell {
  readonly sheet: string;
  readonly cell: string;
  /** A civil date as `YYYY-MM-DD` where `isDate`. */
  readonly value: EditValue;
  readonly isDate: boolean;
}

/** Why a form cannot be filled, and the place of the cell among those asked for. */
export type FormRefusal = { readonly code: 'sheet_missing' | 'cell_formula' | 'cell_invalid'; readonly index: number };

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Days since the workbook's first, as a cell holds a date. */
function serialOf(date: string, from1904: boolean): number {
  const days = Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return from1904 ? days - 1462 : days;
}

/** Asks the program that opens the file to compute everything again. */
function recalculated(text: string): string {
  const calc = /<((?:\w+:)?calcPr)\b([^>]*?)(\/?)>/.exec(text);
  if (calc) {
    const attributes = (calc[2] ?? '').replace(/\s+fullCalcOnLoad="[^"]*"/, '');
    return text.replace(calc[0], () => `<${calc[1] ?? ''}${attributes} fullCalcOnLoad="1"${calc[3] ?? ''}>`);
  }
  // Where the schema has its place: after the last of these that it has.
  const after = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']
    .map((name) => new RegExp(`</((?:\\w+:)?)${name}>`).exec(text))
    .find((found) => found !== null);
  if (!after) return text;
  const end = after.index + after[0].length;
  return `${text.slice(0, end)}<${after[1] ?? ''}calcPr fullCalcOnLoad="1"/>${text.slice(end)}`;
}

interface Workbook {
  readonly parts: Parts;
  readonly sheets: ReadonlyMap<string, string>;
  readonly from1904: boolean;
  readonly styles: ReturnType<typeof dateStyle>;
  readonly placesOf: (part: string) => ReturnType<typeof placesIn>;
}

/** The places of each sheet, read once however many cells of it are filled. */
function placesOnce(parts: Parts): Workbook['placesOf'] {
  const read = new Map<string, ReturnType<typeof placesIn>>();
  return (part) => {
    const known = read.get(part);
    if (known !== undefined) return known;
    const places = placesIn(decoder.decode(parts.get(part)));
    read.set(part, places);
    return places;
  };
}

/** What is written into a cell: of a date the number of its day, in a style that shows one. */
function editAt(
  { from1904, styles }: Workbook,
  place: Pick<CellEdit, 'row' | 'column'>,
  style: string | null,
  { value, isDate }: FormCell,
): CellEdit {
  if (!isDate || typeof value !== 'string') return { ...place, value, style: null };
  return { ...place, value: serialOf(value, from1904), style: styles.forDates(style) };
}

/** The part that holds a cell, and what is written there; why not, where it cannot be. */
function editOf(
  workbook: Workbook,
  cell: FormCell,
): { readonly part: string; readonly edit: CellEdit } | FormRefusal['code'] {
  const part = workbook.sheets.get(cell.sheet);
  if (part === undefined) return 'sheet_missing';
  const places = workbook.placesOf(part);
  const shown = places && shownAt(places, cell.cell);
  if (!places || !shown) return 'cell_invalid';
  if (isComputed(places, shown)) return 'cell_formula';
  const existing = cellAt(places, shown.row, shown.column);
  return { part, edit: editAt(workbook, shown, existing?.style ?? null, cell) };
}

/**
 * Fills cells of a workbook of someone else's in place: only the sheets that hold them or a formula, the request to compute again and, where
 * a date needs one, a style are changed; every other part stays as it was, byte for byte. A formula is never written over.
 */
export function fillForm(
  parts: Parts,
  cells: readonly FormCell[],
): { readonly bytes: Uint8Array } | { readonly refused: FormRefusal } {
  const { main, from1904, sheets: listed } = bookOf(parts, (part) => parts.has(part));
  const sheets = new Map(listed.map(({ name, part }) => [name, part]));
  const styles = dateStyle(parts, main);
  const edits = new Map<string, CellEdit[]>();
  const workbook: Workbook = { parts, sheets, from1904, styles, placesOf: placesOnce(parts) };
  for (const [index, each] of cells.entries()) {
    const found = editOf(workbook, each);
    if (typeof found === 'string') return { refused: { code: found, index } };
    const own = edits.get(found.part);
    if (own) own.push(found.edit);
    else edits.set(found.part, [found.edit]);
  }
  const changed = new Map(parts);
  const rewrite = (part: string, change: (text: string) => string): void => {
    const bytes = parts.get(part);
    if (!bytes) return;
    const before = decoder.decode(bytes);
    const after = change(before);
    if (after !== before) changed.set(part, encoder.encode(after));
  };
  for (const part of new Set(sheets.values())) rewrite(part, (text) => editSheet(text, edits.get(part) ?? []));
  rewrite(main, recalculated);
  rewrite(styles.part, styles.rewrite);
  return { bytes: archiveOf(changed) };
}
