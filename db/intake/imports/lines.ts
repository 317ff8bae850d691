import { importField, type ImportField, type ImportMapping, type PassedOver } from '#contract/intake/imports';
import { fieldByHeader, fold } from './aliases.ts';
import { columnsByWords } from './suggest.ts';
import { unitOnLine } from './unitLines.ts';
import type { WrittenDate } from './writtenDates.ts';

const total =
  /^(?:sous tota|sub ?tota|grand tota|tota|somme|sum|cumul|moyenne|average|nombre d\w*|count|nb)\b|^(?:sous|sub|grand)? ?tota(?:l|ux|ls)\b/;

const isSaid = (cell: string): boolean => /[\p{L}\p{N}]/u.test(cell);
const saidIn = (cells: readonly string[]): readonly string[] => cells.map((each) => each.trim()).filter(isSaid);

const namesOf = (header: readonly string[]): ReadonlySet<string> =>
  new Set(header.map(fold).filter((name) => name !== ''));

/** The names of the columns once more, below a page break or above a second table, which may have others too. */
function repeatsHeader(said: readonly string[], names: ReadonlySet<string>): boolean {
  // Nearly every row has a number, and needs no more.
  if (said.some((each) => /\d/.test(each))) return false;
  const known = said.filter((each) => names.has(fold(each))).length;
  return (known > 1 && known * 2 > said.length) || namesColumns(said);
}

/** Of a second table that names its columns in its own way: most are names that any table may have, a date among them. */
function namesColumns(said: readonly string[]): boolean {
  const fields = new Set(said.map((each) => fieldByHeader.get(fold(each))).filter((field) => field !== undefined));
  return (
    fields.size > 2 && fields.size * 3 >= said.length * 2 && (fields.has('receivedOn') || fields.has('concludedOn'))
  );
}

/** A second line of names under the first: it says "date" where a date would be. */
function isSecondHeader(said: readonly string[], received: string): boolean {
  return said.length > 1 && fieldByHeader.get(fold(received)) === 'receivedOn';
}

/** Few cells of many, and no number of a file among them. */
function isNote(said: readonly string[], header: readonly string[], number: string): boolean {
  const few = Math.max(1, Math.floor(header.filter((name) => name.trim() !== '').length / 4));
  return said.length <= few && (number === '' || said.length === 1);
}

interface ReadAs {
  readonly header: readonly string[];
  readonly mapping: ImportMapping;
  readonly dateOf: (text: string) => WrittenDate | null;
}

/** Why a line of a register is no referral. Null where it is one: a line with a day received always is. */
function whyPassedOver(cells: readonly string[], { header, mapping: { columns }, dateOf }: ReadAs): PassedOver | null {
  const written = cells.map((each) => each.trim());
  const at = (column: number | undefined): string => (column === undefined ? '' : (written[column] ?? ''));
  const said = written.filter(isSaid);
  const date = dateOf(at(columns.receivedOn));
  // A total with few other words is a total line; a row without a date that speaks of a sum is a referral to be refused by name.
  const isShort = said.length * 2 <= header.filter(isSaid).length;
  const isTotal = isShort && said.some((each) => total.test(fold(each)));
  // A sum may look like a year. A month or a year alone is the title of what follows.
  if (date !== null && (date.from === date.to || !isTotal))
    return said.length === 1 && date.from !== date.to ? 'note_line' : null;
  if (isTotal) return 'total_line';
  if (isSecondHeader(said, at(columns.receivedOn))) return 'repeated_header';
  return isNote(said, header, at(columns.externalNumber)) ? 'note_line' : null;
}

/** Of each column of the first table, where a second one has it. */
interface Order {
  readonly places: readonly (number | null)[];
  /** Cells of a whole row of the second table. */
  readonly width: number;
}

/** Where a second table has each column of the first, by its name or by what its name means; null where it has them in the same places. */
function orderOf(names: readonly string[], { header, mapping: { columns } }: ReadAs): Order | null {
  const own = names.map(fold);
  const meant = columnsByWords(names);
  // A cell of an end may hold its state, its date or both.
  const otherHalf = (field: ImportField): number | undefined => {
    if (field !== 'conclusion' && field !== 'concludedOn') return undefined;
    const other = field === 'conclusion' ? 'concludedOn' : 'conclusion';
    return columns[other] === undefined ? meant[other] : undefined;
  };
  const fieldOf = (column: number) => importField.options.find((field) => columns[field] === column);
  const places = header.map((name, column) => {
    const folded = fold(name);
    if (folded === '' || own[column] === folded) return column;
    const place = own.indexOf(folded);
    if (place >= 0) return place;
    const field = fieldOf(column);
    return (field && (meant[field] ?? otherHalf(field))) ?? null;
  });
  const width = own.findLastIndex((name) => name !== '') + 1;
  return places.every((place, column) => place === column) ? null : { places, width };
}

/** A row of a second table in the order of the first; one that is cut short is refused as it is. */
function arranged(cells: readonly string[], order: Order | null): readonly string[] {
  if (order === null || cells.length < order.width) return cells;
  return order.places.map((place) => (place === null ? '' : (cells[place] ?? '')));
}

/** A line of a register, read after those above it. */
export interface ReadLine {
  readonly why: PassedOver | null;
  /** The unit that the line names for the rows below it. */
  readonly unit: string | null;
  readonly cells: readonly string[];
}

/** Reads the lines below the names of the columns, one after another. */
export function lineReader(as: ReadAs, isUnit: (name: string) => boolean): (cells: readonly string[]) => ReadLine {
  const names = namesOf(as.header);
  let order: Order | null = null;
  return (line) => {
    if (repeatsHeader(saidIn(line), names)) {
      order = orderOf(line, as);
      return { why: hasOthers(line, names, order) ? 'other_header' : 'repeated_header', unit: null, cells: line };
    }
    const cells = arranged(line, order);
    const why = whyPassedOver(cells, as);
    const unit = unitOnLine(line, why, isUnit);
    return { why: unit === null ? why : 'unit_line', unit, cells };
  };
}

/** Whether a second table has a column that is not read. */
const hasOthers = (line: readonly string[], names: ReadonlySet<string>, order: Order | null): boolean =>
  line.some((name, place) => isSaid(name) && !names.has(fold(name)) && !order?.places.includes(place));

/** The rows above a second table: its columns may be others. */
export function firstTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const names = namesOf(header);
  const second = rows.findIndex((cells) => repeatsHeader(saidIn(cells), names));
  return second < 1 ? rows : rows.slice(0, second);
}
