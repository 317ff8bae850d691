import type { PassedOver } from '#contract/intake/imports';
import type { VerdictReason } from '#contract/intake/verdicts';
import { fieldByHeader, fold, isBlank } from './aliases.ts';
import { completer } from './completer.ts';
import { namesBelow, namesOf, repeatsHeader, saidIn } from './headerLines.ts';
import { propose } from './proposals.ts';
import { dateColumn } from './register.ts';
import { remembering } from './remembering.ts';
import { tablesOf, type Tables } from './tables.ts';
import type { Ahead, ReadAs } from './types.ts';
import { unitOnLine } from './unitLines.ts';
import { readWritten, type WrittenDate } from './writtenDates.ts';

const total =
  /^(?:sous tota|sub ?tota|grand tota|tota|somme|sum|cumul|moyenne|average|nombre d\w*|count|nb)\b|^(?:sous|sub|grand)? ?tota(?:l|ux|ls)\b/;

/** A second line of names under the first: it says "date" where a date would be. */
function isSecondHeader(said: readonly string[], received: string): boolean {
  return said.length > 1 && fieldByHeader.get(fold(received)) === 'receivedOn';
}

/** Few cells of many, and no number of a file among them. */
function isNote(said: readonly string[], header: readonly string[], number: string): boolean {
  const few = Math.max(1, Math.floor(header.filter((name) => name.trim() !== '').length / 4));
  return said.length <= few && (number === '' || said.length === 1);
}

interface Dated extends ReadAs {
  readonly dateOf: (text: string) => WrittenDate | null;
}

/** Why a line of a register is no referral. Null where it is one: a line with a day received always is. */
function whyPassedOver(cells: readonly string[], { header, mapping: { columns }, dateOf }: Dated): PassedOver | null {
  const written = cells.map((each) => each.trim());
  const at = (column: number | undefined): string => (column === undefined ? '' : (written[column] ?? ''));
  const said = saidIn(written);
  const date = dateOf(at(columns.receivedOn));
  // A total with few other words is a total line; a row without a date that speaks of a sum is a referral to be refused by name.
  const isShort = said.length * 2 <= saidIn(header).length;
  const isTotal = isShort && said.some((each) => total.test(fold(each)));
  // A sum may look like a year. A month or a year alone is the title of what follows.
  if (date !== null && (date.from === date.to || !isTotal))
    return said.length === 1 && date.from !== date.to ? 'note_line' : null;
  if (isTotal) return 'total_line';
  if (isSecondHeader(said, at(columns.receivedOn))) return 'repeated_header';
  return isNote(said, header, at(columns.externalNumber)) ? 'note_line' : null;
}

/** A line of a register, read after those above it. */
interface ReadLine {
  readonly why: PassedOver | null;
  /** The unit that the line names for the rows below it. */
  readonly unit: string | null;
  /** Of a row: each value in its own column, without what only the lines above it say. */
  readonly cells: readonly string[];
  /** What was put into the cells that they do not say themselves. */
  readonly notes: readonly VerdictReason[];
  /** The first table, or the one further below. */
  readonly table: number;
}

export type LineReader = (line: readonly string[], ahead?: Ahead) => ReadLine;

/** Reads each sheet, given its titles: a table is known again on the next sheet, and nothing else of the lines above is carried over. */
export function sheetReader(
  as: Omit<ReadAs, 'titles'>,
  isUnit: (name: string) => boolean,
): (titles: NonNullable<ReadAs['titles']>) => LineReader {
  const tables = tablesOf(as);
  return (titles) => {
    tables.restart();
    return lineReader({ ...as, titles }, isUnit, tables);
  };
}

/** Reads the lines below the names of the columns, one after another. */
export function lineReader(as: ReadAs, isUnit: (name: string) => boolean, tables: Tables = tablesOf(as)): LineReader {
  const { header, mapping, present } = as;
  const names = namesOf(header);
  const column = dateColumn(mapping, 'receivedOn', present);
  const dated = { ...as, dateOf: remembering((text: string) => readWritten(text, column)) };
  const complete = completer(as);
  let hasRows = false;
  // A source is no name of a column.
  const isRow = (line: readonly string[]): boolean => {
    const text = (tables.arranged(line)[mapping.columns.source ?? -1] ?? '').trim();
    return line.some((each) => /\d/.test(each)) || (!isBlank(text) && propose('source', text, []).isSaid !== false);
  };
  const passed = (why: PassedOver, line: readonly string[], unit: string | null = null): ReadLine => {
    complete.passed(line);
    return { why, unit, cells: line, notes: [], table: tables.current() };
  };
  return (line, ahead = () => []) => {
    if (repeatsHeader(saidIn(line), names) || (!isRow(line) && namesBelow(line, ahead(), column))) {
      const hasOthers = tables.begin(line, ahead, hasRows);
      return passed(hasOthers ? 'other_header' : 'repeated_header', tables.arranged(line));
    }
    const cells = tables.arranged(line);
    const why = whyPassedOver(cells, dated);
    const unit = unitOnLine(cells, why, isUnit);
    if (why !== null) return passed(unit === null ? why : 'unit_line', cells, unit);
    hasRows = true;
    const table = tables.current();
    return { why, unit, ...complete.row(cells, table, ahead), table };
  };
}
