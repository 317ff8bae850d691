import type { ImportField } from '#contract/intake/imports';
import { isOtherDay, isOwnNumber, weighName } from './columnNames.ts';
import { enough, type Content } from './content.ts';

export type Columns = Partial<Record<ImportField, number>>;

/** A column that holds this is never that field, whatever its name. */
const never = -100;

/** "SQ-2019-00417" is a number, although it begins with the name of a service. */
const mayBeNumber = ({ isRunning, dates, times, phones, sources, numbered, withDigits }: Content): boolean =>
  numbered >= 0.3 && (sources < 0.5 || withDigits >= 0.9) && !isRunning && dates < 0.9 && times < 0.5 && phones < 0.5;

/** Of a column without a telling name, numbers that the unit does not give itself. */
const numberWeight = ({ isSeries, withDigits, distinct, days, phrases }: Content): number =>
  !isSeries && withDigits >= 0.9 && distinct >= 0.9 && days < 0.1 && phrases < 0.1 ? 4 : withDigits - 6 * phrases;

/** What the cells of a column say for or against a field; with a weight that reaches `least`, they say it without any name. */
const weights: Partial<Record<ImportField, (content: Content) => number>> = {
  receivedOn: ({ days, withDigits, filled }) =>
    days < 0.5 ? never : days >= 0.7 && withDigits > 0 ? 4 + filled : 2 * filled,
  receivedTime: ({ times }) => (times >= 0.5 ? 0 : never),
  // Dates of an end, with or without a state, among the states of rows that have none.
  concludedOn: ({ days, dated, states }) => {
    if (days >= 0.5 || (dated > 0 && dated + states >= 0.5)) return days;
    return days > 0 ? -3 : never;
  },
  conclusion: ({ dates, states, likelyStates, stateKinds, prose }) => {
    if (dates >= 0.5) return never;
    // Letters that a list of states has for each: a person looks at them.
    if (likelyStates >= 0.8 && stateKinds > 2 && prose < 0.2 && states < 0.4) return 4.5;
    return likelyStates >= 0.7 && states >= 0.4 && prose < 0.2 ? 5 : 3 * states;
  },
  source: ({ dates, sources, likelySources, prose, withDigits, distinct }) => {
    if (dates >= 0.5 || withDigits >= 0.9) return never;
    return sources >= 0.5 && likelySources >= 0.6 && distinct < 0.6 && prose < 0.3 ? 5 : 3 * sources;
  },
  unitCode: ({ dates, units, distinct }) => (dates >= 0.5 ? never : units >= 0.4 && distinct < 0.5 ? 5 : 3 * units),
  assignedTo: ({ dates }) => (dates >= 0.5 ? never : 0),
  externalNumber: (content) => (mayBeNumber(content) ? (content.isSeries ? -3 : 0) + numberWeight(content) : never),
  email: ({ mails }) => (mails >= 0.6 ? 5 : 0),
  ipAddress: ({ addresses }) => (addresses >= 0.6 ? 5 : 0),
  riskBand: ({ bands, distinct }) => (bands >= 0.5 && distinct < 0.6 ? 4.5 : 0),
  summary: ({ phrases, distinct, dated }) => (phrases >= 0.7 && distinct >= 0.7 && dated < 0.3 ? 4 : phrases),
};
/** What is the one column of its kind in any register can be found without a name. */
const contentFields = Object.keys(weights) as ImportField[];
const least = 4;

interface Choice {
  readonly field: ImportField;
  readonly column: number;
  readonly weight: number;
}

/** A column with its name and what its cells look like. */
interface Column {
  readonly name: string;
  readonly named: ReadonlyMap<ImportField, number>;
  readonly content: Content | undefined;
  readonly isOtherDay: boolean;
  readonly isOwnNumber: boolean;
}

const isKnown = (content: Content | undefined): content is Content =>
  content !== undefined && content.written >= enough;

/** Of rows that have both days, how many must have the first no later than the second. */
const mostInOrder = 0.85;

function precedes(one: Content, other: Content): boolean {
  const both = one.dayOfRow.flatMap((day, row) => {
    const later = other.dayOfRow[row];
    return day === null || later === null || later === undefined ? [] : [{ day, later }];
  });
  const ordered = both.filter(({ day, later }) => day <= later).length;
  const apart = both.filter(({ day, later }) => day < later).length;
  return both.length >= enough && ordered >= both.length * mostInOrder && apart > both.length - ordered;
}

const isDays = ({ content, isOtherDay: isOther }: Column): boolean =>
  isKnown(content) && content.days >= 0.5 && !isOther;

/** Where no name says it: of columns of days, the one that comes before the others and is written in most rows. */
function receivedByOrder(columns: readonly Column[]): number | null {
  const days = columns.flatMap((column, at) => (isDays(column) ? [{ ...column, at }] : []));
  const isSaid = ({ named, content }: Column) =>
    (named.get('receivedOn') ?? 0) > least && (content?.filled ?? 0) >= 0.5;
  if (days.some(isSaid)) return null;
  const first = days.filter(
    ({ content }) =>
      isKnown(content) &&
      content.filled >= 0.7 &&
      days.some((other) => isKnown(other.content) && precedes(content, other.content)) &&
      !days.some((other) => isKnown(other.content) && precedes(other.content, content)),
  );
  return first.length === 1 ? (first[0]?.at ?? null) : null;
}

/** More than any name that may be of another day. */
const byOrder = 12;

const isDayField = (field: ImportField): boolean => field === 'receivedOn' || field === 'concludedOn';

/** What the name of a column says against a field, and what the order of days says for it. */
function besides(
  field: ImportField,
  { named, isOtherDay: isOther, isOwnNumber: isOwn }: Column,
  isFirst: boolean,
): number {
  const name = named.get(field) ?? 0;
  if (field === 'externalNumber') return isOwn && name === 0 ? never : 0;
  if (!isDayField(field)) return 0;
  if (isOther && name <= least) return never;
  return isFirst && field === 'receivedOn' ? byOrder : 0;
}

function choicesOf(of: Column, column: number, isFirst: boolean): readonly Choice[] {
  const { named, content } = of;
  const fields = new Set([...named.keys(), ...contentFields]);
  return [...fields].map((field) => {
    // A few cells speak neither for nor against it.
    const held = isKnown(content) ? (weights[field]?.(content) ?? 0) : 0;
    return { field, column, weight: (named.get(field) ?? 0) + held + besides(field, of, isFirst) };
  });
}

/** The field of each column: of all that names and cells say together, what says most comes first. */
export function chooseColumns(header: readonly string[], contents: readonly Content[]): Columns {
  const all = header.map((name, at) => ({
    name,
    named: weighName(name),
    isOtherDay: isOtherDay(name),
    isOwnNumber: isOwnNumber(name),
    content: contents[at],
  }));
  const first = receivedByOrder(all);
  const columns: Columns = {};
  const taken = new Set<number>();
  const choices = all
    .flatMap((column, at) => choicesOf(column, at, at === first))
    .filter(({ weight }) => weight >= least)
    .toSorted((a, b) => b.weight - a.weight || a.column - b.column);
  for (const { field, column } of choices) {
    if (columns[field] !== undefined || taken.has(column)) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns.concludedOn === undefined ? { ...columns, ...endByOrder(columns, all) } : columns;
}

/** A referral has one number from outside Vigie: where no sender's is written, the one that the unit gave. */
export function withOwnNumber(columns: Columns, header: readonly string[], contents: readonly Content[]): Columns {
  if (columns.externalNumber !== undefined) return columns;
  const taken = new Set<number>(Object.values(columns));
  const own = header.findIndex((name, at) => {
    const content = contents[at];
    const isNumber = isOwnNumber(name) && weighName(name).has('externalNumber');
    return isNumber && !taken.has(at) && (!isKnown(content) || mayBeNumber(content));
  });
  return own < 0 ? columns : { ...columns, externalNumber: own };
}

/** Before a column without a telling name is taken for the day of the end: how many open rows may have it, and how many ended ones must. */
const mostOpen = 0.1;
const leastEnded = 0.4;

/** The one other column of days that follow the receipt, and that is written where the state says that a row ended and hardly elsewhere. */
function endByOrder({ receivedOn, conclusion, ...others }: Columns, all: readonly Column[]): Columns {
  const received = all[receivedOn ?? -1]?.content;
  const ended = all[conclusion ?? -1]?.content?.endedOfRow;
  if (!isKnown(received) || ended === undefined) return {};
  const taken = new Set([receivedOn, conclusion, ...Object.values(others)]);
  const found = all.flatMap((column, at) => {
    const { content } = column;
    if (taken.has(at) || !isDays(column) || !isKnown(content) || !precedes(received, content)) return [];
    const share = (state: boolean): number => {
      const rows = content.isDayInRow.filter((_, row) => ended[row] === state);
      return rows.filter(Boolean).length / Math.max(1, rows.length);
    };
    return share(false) <= mostOpen && share(true) >= leastEnded ? [at] : [];
  });
  const [only, ...more] = found;
  return only === undefined || more.length > 0 ? {} : { concludedOn: only };
}
