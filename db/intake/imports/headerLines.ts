import { fieldByHeader, fold, isBlank } from './aliases.ts';
import { fieldsNamed } from './columnNames.ts';
import { readWritten, type DateColumn } from './writtenDates.ts';

const isSaid = (cell: string): boolean => /[\p{L}\p{N}]/u.test(cell);
export const saidIn = (cells: readonly string[]): readonly string[] => cells.map((each) => each.trim()).filter(isSaid);

export const namesOf = (header: readonly string[]): ReadonlySet<string> =>
  new Set(header.map(fold).filter((name) => name !== ''));

const longestName = 40;

/** Of a second table that names its columns in its own way: most are names that any table may have, a date among them. */
function namesColumns(said: readonly string[]): boolean {
  if (said.length < 3 || said.some((each) => each.length > longestName)) return false;
  const whole = new Set(said.map((each) => fieldByHeader.get(fold(each))).filter((field) => field !== undefined));
  const hasDate = whole.has('receivedOn') || whole.has('concludedOn');
  if (whole.size > 2 && whole.size * 3 >= said.length * 2 && hasDate) return true;
  // By words in the names alone, a line of many fields is needed: the texts of a row may hold such words too.
  const named = new Set(fieldsNamed(said));
  return named.has('receivedOn') && named.size > 3 && named.size * 5 >= said.length * 3;
}

/** The names of the columns once more, below a page break or above a second table, which may have others too. */
export function repeatsHeader(said: readonly string[], names: ReadonlySet<string>): boolean {
  // Nearly every row has a number, and needs no more.
  if (said.some((each) => /\d/.test(each))) return false;
  const known = said.filter((each) => names.has(fold(each))).length;
  return (known > 1 && known * 2 > said.length) || namesColumns(said);
}

type Lines = readonly (readonly string[])[];

/** Words above columns of dates and numbers, some of which any table may have as names: the names of a table of another form. */
export function namesBelow(line: readonly string[], below: Lines, column: DateColumn): boolean {
  const said = saidIn(line);
  if (said.length < 4 || said.some((each) => /\d/.test(each) || each.length > longestName)) return false;
  const named = new Set(fieldsNamed(said)).size;
  if (named < 2 || named * 3 < said.length) return false;
  return [...figureColumns(below.slice(0, searched), column)].filter((at) => isSaid(line[at] ?? '')).length > 1;
}

/** The rows above a second table: its columns may be others. */
export function firstTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const names = namesOf(header);
  const second = rows.findIndex((cells) => repeatsHeader(saidIn(cells), names));
  return second < 1 ? rows : rows.slice(0, second);
}

/** Lines among which the names of the columns are looked for, and those below that show what the columns hold. */
const searched = 20;
const looked = 60;

/** Dates and numbers, in which a row differs from the names of its columns. */
const isFigure = (cell: string, column: DateColumn): boolean =>
  /\d{3}/.test(cell) || readWritten(cell, column) !== null;

/** Columns that hold dates or numbers in most of the first lines. */
function figureColumns(lines: Lines, column: DateColumn): ReadonlySet<number> {
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  const found = Array.from({ length: width }, (_, at) => at).filter((at) => {
    const written = lines.map((cells) => (cells[at] ?? '').trim()).filter((cell) => !isBlank(cell));
    return written.length > 2 && written.filter((cell) => isFigure(cell, column)).length >= written.length * 0.6;
  });
  return new Set(found);
}

/** How much a line looks like names of columns: names that are known, words where the lines below have figures, and each once. */
function headerScore(cells: readonly string[], figures: ReadonlySet<number>, column: DateColumn): number {
  const written = saidIn(cells);
  if (written.length < 2 && cells.length > 1) return 0;
  const named = new Set(fieldsNamed(written.filter((each) => each.length <= longestName))).size;
  const above = [...figures].filter((at) => isSaid(cells[at] ?? ''));
  const own = above.filter((at) => isFigure((cells[at] ?? '').trim(), column)).length;
  const isSteady = new Set(written.map(fold)).size === written.length && !written.some((each) => /^\W*\d/.test(each));
  return named * 4 + (above.length - own) * 2 - own * 6 + (isSteady ? Math.min(written.length, 12) / 4 : 0);
}

/** Names over two lines: merged cells give those of the first to the second, which has the finer ones. */
function repeatsNames(first: readonly string[] = [], second: readonly string[] = []): boolean {
  const names = namesOf(first);
  const below = second.map(fold).filter((name) => name !== '');
  return below.length >= names.size && below.filter((name) => names.has(name)).length > 1;
}

/** The line that names the columns: titles, dates of extraction and blank lines may come before it. */
export function findHeaderRow(lines: Lines, column: DateColumn): number {
  const figures = figureColumns(lines.slice(0, searched + looked), column);
  const scores = lines.slice(0, searched).map((cells) => headerScore(cells, figures, column));
  const best = Math.max(0, ...scores);
  // Without two names that are known, only the width of the lines decides: titles are narrower than their table. A second table below may
  // have more names: its own line is not the first one's.
  if (best >= 8) {
    const first = scores.findIndex((score) => score >= 8 && score >= best * 0.7);
    return repeatsNames(lines[first], lines[first + 1]) ? first + 1 : first;
  }
  const widths = lines.map((cells) => saidIn(cells).length);
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
  return Math.max(
    0,
    widths.slice(0, searched).findIndex((width) => width >= Math.max(2, usual * 0.7)),
  );
}
