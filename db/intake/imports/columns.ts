import type { ImportField } from '#contract/intake/imports';
import { isBlank } from './aliases.ts';
import { weighName } from './columnNames.ts';
import { enough, type Content } from './content.ts';
import { propose } from './proposals.ts';

export type Columns = Partial<Record<ImportField, number>>;

/** A column that holds this is never that field, whatever its name. */
const never = -100;

/** What the cells of a column say for or against a field; with a weight that reaches `least`, they say it without any name. */
const weights: Partial<Record<ImportField, (content: Content) => number>> = {
  receivedOn: ({ dates, withDigits, filled }) =>
    dates < 0.5 ? never : dates >= 0.8 && withDigits > 0 ? 4 + filled : 2 * filled,
  // Dates of an end, with or without a state, among the states of rows that have none.
  concludedOn: ({ dates, dated, states }) => (dates >= 0.5 || (dated > 0 && dated + states >= 0.5) ? dates : never),
  conclusion: ({ dates, states, likelyStates, prose }) => {
    if (dates >= 0.5) return never;
    return likelyStates >= 0.7 && states >= 0.4 && prose < 0.2 ? 5 : 3 * states;
  },
  source: ({ dates, sources, likelySources, prose, withDigits, distinct }) => {
    if (dates >= 0.5 || withDigits >= 0.9) return never;
    return sources >= 0.5 && likelySources >= 0.6 && distinct < 0.6 && prose < 0.3 ? 5 : 3 * sources;
  },
  unitCode: ({ dates, units, distinct }) => (dates >= 0.5 ? never : units >= 0.4 && distinct < 0.5 ? 5 : 3 * units),
  externalNumber: ({ isRunning, isSeries, dates, times, sources, numbered, withDigits, phrases }) => {
    // "SQ-2019-00417" is a number, although it begins with the name of a service.
    const isNumber = numbered >= 0.3 && (sources < 0.5 || withDigits >= 0.9);
    if (!isNumber || isRunning || dates >= 0.9 || times >= 0.5) return never;
    return (isSeries ? -3 : 0) + withDigits - 6 * phrases;
  },
  email: ({ mails }) => (mails >= 0.6 ? 5 : 0),
  ipAddress: ({ addresses }) => (addresses >= 0.6 ? 5 : 0),
  riskBand: ({ bands, distinct }) => (bands >= 0.5 && distinct < 0.6 ? 4.5 : 0),
  summary: ({ phrases, distinct, dated }) => (phrases >= 0.7 && distinct >= 0.7 && dated < 0.3 ? 4 : phrases),
};
/** What is the one column of its kind in any register can be told without a name. */
const contentFields = Object.keys(weights) as ImportField[];
const least = 4;

interface Choice {
  readonly field: ImportField;
  readonly column: number;
  readonly weight: number;
}

function choicesOf(name: string, content: Content | undefined, column: number): readonly Choice[] {
  const names = weighName(name);
  const fields = new Set([...names.keys(), ...contentFields]);
  return [...fields].map((field) => {
    // A few cells speak neither for nor against it.
    const held = content === undefined || content.written < enough ? 0 : (weights[field]?.(content) ?? 0);
    return { field, column, weight: (names.get(field) ?? 0) + held };
  });
}

/** The field of each column: of all that names and cells say together, what says most comes first. */
export function chooseColumns(header: readonly string[], contents: readonly Content[]): Columns {
  const columns: Columns = {};
  const taken = new Set<number>();
  const choices = header
    .flatMap((name, column) => choicesOf(name, contents[column], column))
    .filter(({ weight }) => weight >= least)
    .toSorted((a, b) => b.weight - a.weight || a.column - b.column);
  for (const { field, column } of choices) {
    if (columns[field] !== undefined || taken.has(column)) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

/** Of the rows, how many must agree before a column without a telling name is taken for the day of the end. */
const mostRows = 0.9;

function endedBy(text = ''): boolean | null {
  const { code, isSure } = propose('conclusion', text, []);
  return isSure ? code !== 'open' : null;
}

/** The one other column of dates that is written where the state says that a row ended, and nowhere else. */
export function endByRows(
  columns: Columns,
  contents: readonly Content[],
  rows: readonly (readonly string[])[],
): Columns {
  const { conclusion, receivedOn } = columns;
  if (columns.concludedOn !== undefined || receivedOn === undefined || conclusion === undefined) return columns;
  const real = rows.filter(
    (cells) => !isBlank(cells[receivedOn] ?? '') && cells.length > conclusion && endedBy(cells[conclusion]) !== null,
  );
  const found = contents.flatMap(({ written, dates }, column) => {
    if (Object.values(columns).includes(column) || written < enough || dates < mostRows) return [];
    const agree = real.filter((cells) => endedBy(cells[conclusion]) !== isBlank(cells[column] ?? '')).length;
    return agree >= real.length * mostRows ? [column] : [];
  });
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? columns : { ...columns, concludedOn: only };
}
