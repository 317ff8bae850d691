import type { ImportMapping, PassedOver } from '#contract/intake/imports';
import { fieldByHeader, fold } from './aliases.ts';
import { unitOnLine } from './unitLines.ts';
import type { WrittenDate } from './writtenDates.ts';

const total =
  /^(?:sous tota|sub ?tota|grand tota|tota|somme|sum|cumul|moyenne|average|nombre d\w*|count|nb)\b|^(?:sous|sub|grand)? ?tota(?:l|ux|ls)\b/;

const isSaid = (cell: string): boolean => /[\p{L}\p{N}]/u.test(cell);
const saidIn = (cells: readonly string[]): readonly string[] => cells.map((each) => each.trim()).filter(isSaid);

/** The names of the columns once more, below a page break or above a second table, which may have others too. */
function repeatsHeader(said: readonly string[], header: readonly string[]): boolean {
  const names = new Set(header.map(fold).filter((name) => name !== ''));
  const known = said.filter((each) => names.has(fold(each))).length;
  return known > 1 && known * 2 > said.length && !said.some((each) => /\d/.test(each));
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

type Order = readonly (number | null)[];

/** Where a second table has each column of the first; null where it has them in the same places. */
function orderOf(names: readonly string[], header: readonly string[]): Order | null {
  const places = names.map(fold);
  const order = header.map((name, column) => {
    const folded = fold(name);
    if (folded === '' || places[column] === folded) return column;
    const place = places.indexOf(folded);
    return place < 0 ? null : place;
  });
  return order.every((place, column) => place === column) ? null : order;
}

/** A row of a second table in the order of the first; one that is cut short is refused as it is. */
function arranged(cells: readonly string[], order: Order | null): readonly string[] {
  if (order === null || cells.length < order.length) return cells;
  return order.map((place) => (place === null ? '' : (cells[place] ?? '')));
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
  let order: Order | null = null;
  return (line) => {
    if (repeatsHeader(saidIn(line), as.header)) {
      order = orderOf(line, as.header);
      return { why: hasOthers(line, as.header) ? 'other_header' : 'repeated_header', unit: null, cells: line };
    }
    const cells = arranged(line, order);
    const why = whyPassedOver(cells, as);
    const unit = unitOnLine(line, why, isUnit);
    return { why: unit === null ? why : 'unit_line', unit, cells };
  };
}

const hasOthers = (line: readonly string[], header: readonly string[]): boolean => {
  const names = new Set(header.map(fold));
  return saidIn(line).some((each) => !names.has(fold(each)));
};

/** The rows above a second table: its columns may be others. */
export function firstTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const second = rows.findIndex((cells) => repeatsHeader(saidIn(cells), header));
  return second < 1 ? rows : rows.slice(0, second);
}
