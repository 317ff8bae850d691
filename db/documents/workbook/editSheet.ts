import {
  addressOf,
  placeOf,
  placesIn,
  rangeOf,
  isWithin,
  type CellAddress,
  type CellPlace,
  type RowPlace,
  type SheetPlaces,
  type Stretch,
} from './sheetCells.ts';

/** A number, or a text; null empties the cell. */
export type EditValue = string | number | null;

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: EditValue;
  /** A style other than the cell's own; null keeps that. */
  readonly style: string | null;
}

interface Change extends Stretch {
  readonly text: string;
}

/** The cell that is shown at an address: of merged cells the first. */
export function shownAt(
  { merged }: SheetPlaces,
  address: string,
): { readonly row: number; readonly column: number } | null {
  const wanted = placeOf(address);
  if (!wanted) return null;
  for (const range of merged) {
    const found = rangeOf(range);
    if (found && isWithin(found, wanted)) return found.first;
  }
  return wanted;
}

export function cellAt({ rows }: SheetPlaces, row: number, column: number): CellPlace | undefined {
  return rows.find(({ number }) => number === row)?.cells.find((cell) => cell.column === column);
}

/** Whether a formula of several cells gives what is shown at a place. */
const isFilled = ({ filled }: Pick<SheetPlaces, 'filled'>, place: CellAddress): boolean =>
  filled.some((range) => isWithin(range, place));

/** Whether a formula gives what is shown at a place: its own, or one of several cells. */
export function isComputed(places: SheetPlaces, { row, column }: CellAddress): boolean {
  return cellAt(places, row, column)?.hasFormula === true || isFilled(places, { row, column });
}

// What XML has no place for, half a character among it.
const unspelled = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

function cellText({ row, column, value, style }: CellEdit, own: string | null, prefix: string): string {
  const s = style ?? own;
  const head = `<${prefix}c r="${addressOf(row, column)}"${s === null ? '' : ` s="${escaped(s)}"`}`;
  if (value === null) return `${head}/>`;
  if (typeof value === 'number') return `${head}><${prefix}v>${String(value)}</${prefix}v></${prefix}c>`;
  // A spreadsheet reads _x0041_ as a letter: its first mark is spelled so that it is none.
  const spelled = value.replace(unspelled, '').replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  const text = `<${prefix}t xml:space="preserve">${escaped(spelled)}</${prefix}t>`;
  return `${head} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
}

const tagName = (text: string, { from }: Stretch): string =>
  /^<([^\s/>]+)/.exec(text.slice(from, from + 80))?.[1] ?? '';

/** An empty element gets a start and an end tag around its new content. */
function filled(text: string, open: Stretch, inside: string): Change {
  const tag = text.slice(open.from, open.to).replace(/\s*\/>$/, '>');
  return { ...open, text: `${tag}${inside}</${tagName(text, open)}>` };
}

function inRow(text: string, row: RowPlace, edits: readonly CellEdit[], prefix: string): readonly Change[] {
  const sorted = [...edits].sort((a, b) => a.column - b.column);
  if (row.open.isEmpty) return [filled(text, row.open, sorted.map((each) => cellText(each, null, prefix)).join(''))];
  return sorted.map((edit) => {
    const own = row.cells.find(({ column }) => column === edit.column);
    if (own) return { from: own.from, to: own.to, text: cellText(edit, own.style, prefix) };
    const next = row.cells.find(({ column }) => column > edit.column);
    const at = next?.from ?? row.cells.at(-1)?.to ?? row.open.to;
    return { from: at, to: at, text: cellText(edit, null, prefix) };
  });
}

function newRow(number: number, edits: readonly CellEdit[], prefix: string): string {
  const cells = [...edits].sort((a, b) => a.column - b.column).map((each) => cellText(each, null, prefix));
  return `<${prefix}row r="${String(number)}">${cells.join('')}</${prefix}row>`;
}

function ofRows(text: string, { rows, data, prefix }: SheetPlaces, edits: readonly CellEdit[]): readonly Change[] {
  const byRow = new Map<number, CellEdit[]>();
  for (const edit of edits) byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit]);
  const wanted = [...byRow].sort(([a], [b]) => a - b);
  if (data.open.isEmpty)
    return [filled(text, data.open, wanted.map(([number, own]) => newRow(number, own, prefix)).join(''))];
  return wanted.flatMap(([number, own]) => {
    const row = rows.find((each) => each.number === number);
    if (row) return inRow(text, row, own, prefix);
    const at = rows.find((each) => each.number > number)?.from ?? rows.at(-1)?.to ?? data.open.to;
    return [{ from: at, to: at, text: newRow(number, own, prefix) }];
  });
}

/** What a formula came to in the empty form is taken out with the kind of value that it was. */
function forgotten(text: string, places: SheetPlaces, isEdited: (row: number, column: number) => boolean): Change[] {
  return places.rows.flatMap(({ number, cells }) => {
    const filled = places.filled.filter(({ first, last }) => number >= first.row && number <= last.row);
    return cells.flatMap((cell) => {
      const isResult = cell.hasFormula || isFilled({ filled }, { row: number, column: cell.column });
      if (!isResult || isEdited(number, cell.column)) return [];
      const { from, to } = cell.open;
      const open = text.slice(from, to).replace(/\s+t="[^"]*"/, '');
      return [{ from, to, text: open }, ...(cell.value ? [{ ...cell.value, text: '' }] : [])];
    });
  });
}

function applied(text: string, changes: readonly Change[]): string {
  // Those at one place keep their order: rows and cells that are put in come in theirs.
  const inOrder = changes
    .map((change, order) => ({ ...change, order }))
    .sort((a, b) => a.from - b.from || a.order - b.order);
  let end = 0;
  let result = '';
  for (const { from, to, text: put } of inOrder) {
    result += text.slice(end, from) + put;
    end = to;
  }
  return result + text.slice(end);
}

/** The text of a sheet with some of its cells changed and the results of its formulas taken out; all else stays, to the letter. */
export function editSheet(text: string, edits: readonly CellEdit[]): string {
  const places = placesIn(text);
  if (!places) return text;
  const isEdited = (row: number, column: number): boolean =>
    edits.some((edit) => edit.row === row && edit.column === column);
  return applied(text, [...ofRows(text, places, edits), ...forgotten(text, places, isEdited)]);
}
