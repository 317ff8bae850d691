import { headerHeight, widestPage, type SheetTable } from './table.ts';

/** Points: a Letter page on its side without its margins, a character of a column's width, a letter of a text, and a line. */
const page = { width: 756, height: 529 } as const;
const characterWidth = 5.4;
const letterWidth = 4.8;
const lineHeight = 12.5;
const leastRow = 15;

const printedWidth = ({ columns, printed }: SheetTable): number =>
  columns.slice(0, printed?.columns).reduce((sum, { width }) => sum + width, 0);

/** Pages that the printed columns of a sheet take side by side. */
export const pagesAcross = (table: SheetTable): number => Math.max(1, Math.ceil(printedWidth(table) / widestPage));

/** Lines that a text fills in a column, word by word; the cell's own space is taken off its width. */
function linesOf(text: string, width: number): number {
  const perLine = Math.max(1, (width * characterWidth - 10) / letterWidth);
  return text.split('\n').reduce((lines, part) => {
    let used = 0;
    let own = 1;
    for (const { length } of part.split(' ')) {
      if (used > 0 && used + 1 + length > perLine) {
        own += 1;
        used = 0;
      }
      used += length + (used > 0 ? 1 : 0);
      for (; used > perLine; used -= perLine) own += 1;
    }
    return lines + own;
  }, 0);
}

function rowHeight(row: SheetTable['rows'][number], { columns, printed }: SheetTable): number {
  const lines = columns.slice(0, printed?.columns).map(({ width, format }, index) => {
    const value = row[index];
    return format === undefined && typeof value === 'string' ? linesOf(value, width) : 1;
  });
  return Math.max(leastRow, lineHeight * Math.max(1, ...lines));
}

/** How many of the rows come to each page, from the first; a row that is taller than a page has pages of its own. */
function rowsByPage(table: SheetTable): readonly number[] {
  const across = pagesAcross(table);
  const scale = Math.min(1, (page.width * across) / (printedWidth(table) * characterWidth));
  const room = page.height / scale - headerHeight(table);
  const ends: number[] = [];
  let used = 0;
  const rows = table.rows.slice(0, table.printed?.rows);
  rows.forEach((row, index) => {
    const height = rowHeight(row, table);
    if (used > 0 && used + height > room) {
      ends.push(index);
      used = 0;
    }
    used += height;
    for (; used > room; used -= room) ends.push(index + 1);
  });
  return [...ends, rows.length];
}

const pagesDown = (table: SheetTable): number => rowsByPage(table).length;

/** Pages that a sheet is expected to print on, seldom fewer than it does. */
export const pagesOf = (table: SheetTable): number => pagesAcross(table) * pagesDown(table);

/** The same sheet, printed on so many pages from its first row. */
function cutTo(table: SheetTable, down: number): SheetTable {
  const rows = rowsByPage(table)[Math.max(1, down) - 1] ?? table.rows.length;
  return { ...table, printed: { columns: table.printed?.columns ?? table.columns.length, rows }, isCut: true };
}

/**
 * The sheets as they are printed on at most so many pages together. Where they would take more, the longest lose their last pages: first of
 * what other files hold as well, then of any but the main one, at last of that. Every sheet keeps its first page.
 */
export function fitOnPages(tables: readonly SheetTable[], most: number): readonly SheetTable[] {
  const down = tables.map(pagesDown);
  const pages = (index: number): number => pagesAcross(tables[index] as SheetTable) * (down[index] ?? 1);
  const total = (): number => tables.reduce((sum, _, index) => sum + pages(index), 0);
  const longest = (isOffered: (table: SheetTable) => boolean): number =>
    tables.reduce((found, table, index) => {
      if (table.picture || !isOffered(table) || (down[index] ?? 1) < 2) return found;
      return found < 0 || pages(index) > pages(found) ? index : found;
    }, -1);
  while (total() > most) {
    const elsewhere = longest((table) => table.isElsewhere === true);
    const other = longest((table) => table.isMain !== true);
    const index = [elsewhere, other, longest(() => true)].find((each) => each >= 0) ?? -1;
    if (index < 0) break;
    down[index] = (down[index] ?? 1) - 1;
  }
  return tables.map((table, index) => ((down[index] ?? 1) < pagesDown(table) ? cutTo(table, down[index] ?? 1) : table));
}
