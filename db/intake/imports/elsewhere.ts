import type { ImportMapping } from '#contract/intake/imports';
import type { VerdictReason } from '#contract/intake/verdicts';
import { fold, isBlank, numberToCome } from './aliases.ts';
import { weighName } from './columnNames.ts';
import { isDitto } from './dittos.ts';
import type { endReader } from './endings.ts';
import { propose } from './proposals.ts';
import { likelyStates, stateSigns } from './signs.ts';
import { readWritten, type DateColumn } from './writtenDates.ts';

/** What a person wrote of a row in another column than its own. */
type Columns = ImportMapping['columns'];
type Cells = readonly string[];
type Found = ReadonlyMap<number, string>;

export interface Elsewhere {
  readonly columns: Columns;
  /** Columns of free text. */
  readonly remarks: readonly number[];
  readonly endOf: ReturnType<typeof endReader>;
  readonly column: DateColumn;
}

/** The column of summaries, and those beside it whose names say that they are remarks. */
export function remarkColumns(header: readonly string[], columns: Columns): readonly number[] {
  const mapped = new Set<number>(Object.values(columns));
  return header.flatMap((name, at) => {
    if (at === columns.summary) return [at];
    return !mapped.has(at) && weighName(name).has('summary') ? [at] : [];
  });
}

const at = (cells: Cells, column: number | undefined): string =>
  column === undefined ? '' : (cells[column] ?? '').trim();

/** Five digits at least, or two groups of four: shorter ones are of something else. */
const fileNumber = /(?:#\s*|\b(?:n[o°º]|ref)\.?\s*)?\b(?:[A-Z]{1,4}-?\d{5,}|\d{4}[\s-]\d{4,6}|\d{5,}(?:-\d+)?)\b/iu;
const longestSource = 6;
const within = 80;

const isSaidSource = (text: string): boolean =>
  text.split(/\s+/).length <= longestSource &&
  (isDitto(text) || (!isBlank(text) && propose('source', text, []).isSaid !== false));
const edges = /^[\s(),.:;–—/-]+|[\s(),.:;–—/-]+$/gu;
const trimmed = (text: string): string => text.replace(edges, '');

/** Eight digits may be a day: 20240305. */
const isDay = (text: string, column: DateColumn): boolean => {
  const date = readWritten(text, column);
  return date !== null && date.from > '1990' && date.from <= column.today;
};

interface NumberedSource {
  readonly source: string;
  readonly number: string;
}

/** A source with the number that it gave, one after the other. */
function numberedSource(text: string, column: DateColumn): NumberedSource | null {
  const found = /\d{4}/.test(text) ? fileNumber.exec(text.slice(0, within)) : null;
  if (found === null || isDay(found[0], column)) return null;
  const source = trimmed(text.slice(0, found.index));
  const behind = trimmed(text.slice(found.index + found[0].length));
  return { source: source === '' ? behind : source, number: found[0].trim() };
}

/** Sentences, lines and notes between strokes. "Cst. Roy" and "Mand. report" are no two sentences. */
const clausesOf = (text: string): readonly string[] =>
  text
    .split(/\n|\s\/\s|;|,\s|(?<=\p{L}{4}|\d|\b\p{Lu}{2,3})\.\s+(?!\d)|\s{2,}|\.\s+(?=\p{Lu})/u)
    .map(trimmed)
    .filter((clause) => clause !== '');

/** "Public, none yet": without a number. */
const withoutBlank = (clause: string): string => {
  const words = clause.split(' ');
  const kept = [2, 1].find((count) => words.length > count && isNoNumber(words.slice(-count).join(' ')));
  return kept === undefined ? clause : words.slice(0, -kept).join(' ');
};
const isNoNumber = (text: string): boolean => isBlank(text) || numberToCome.has(fold(text));

function sourceInRemark(text: string, column: DateColumn): NumberedSource | null {
  const numbered = numberedSource(text, column);
  if (numbered !== null && isSaidSource(numbered.source)) return numbered;
  const [first = '', second = ''] = clausesOf(text).map(withoutBlank);
  const source = [first, `${first} ${second}`].find(isSaidSource);
  return source === undefined ? null : { source, number: '' };
}

function findSource(cells: Cells, { columns, remarks, column }: Elsewhere): Found | null {
  const { source, externalNumber } = columns;
  if (source === undefined) return null;
  const own = at(cells, source);
  const numbered =
    own === ''
      ? remarks.map((each) => sourceInRemark(at(cells, each), column)).find((each) => each !== null)
      : numberedSource(own, column);
  if (!numbered || !isSaidSource(numbered.source)) return null;
  const takesNumber = externalNumber !== undefined && isBlank(at(cells, externalNumber)) && numbered.number !== '';
  if (own !== '' && !takesNumber) return null;
  return new Map([[source, numbered.source], ...(takesNumber ? [[externalNumber, numbered.number] as const] : [])]);
}

const longestState = 7;
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

interface Ending {
  readonly state: string;
  readonly date: string;
}

/** "Ditto ditto" is of the state and of its day. */
function halfOf(clause: string): string {
  const half = clause.slice(0, Math.floor(clause.length / 2)).trim();
  return half !== '' && clause === `${half} ${half}` ? half : clause;
}
const isDittoed = (clause: string): boolean => isDitto(halfOf(clause));

/** A sentence tells what happened to someone; a note of an end has no verb like these. */
const prose =
  /\b(?:was|were|is|are|be|been|has|have|had|will|would|should|says?|said|that|who|which|because|if|qui|que|est|sont|ete|etait|dit|sera|serait|doit|si)\b/;

/** The state and the day in a note; a year in the middle of a sentence is of something else. */
function splitNote(clause: string, { endOf }: Elsewhere): Ending {
  const read = endOf(clause, '');
  return /^\d{4}$/.test(read.date) && !clause.endsWith(read.date) ? { ...read, date: '' } : read;
}

const isNote = (state: string): boolean =>
  !isBlank(state) && wordsIn(state) <= longestState && !prose.test(fold(state));

/** A note that says how a row ended and little else. */
function endingIn(clause: string, as: Elsewhere): Ending | null {
  if (isDittoed(clause)) return { state: halfOf(clause), date: halfOf(clause) };
  const end = splitNote(clause, as);
  if (!isNote(end.state)) return null;
  const whole = propose('conclusion', end.state, []);
  if (whole.isSure) return end;
  // Of another sentence without a stop, only its last word may be the state.
  const last = end.state.split(' ').at(-1) ?? '';
  if (last.length > 4 && propose('conclusion', last, []).isSaid !== false) return { ...end, state: last };
  return whole.isSaid === false ? null : end;
}

/** Nobody can tell what is asked or left out at the end of a note. */
const asked = /(?:\?|\bn\/?a|\bs\.o\.?)\s*$/i;

/** Any word that ends a referral, for sure or perhaps. */
const endSign = new RegExp(
  [...stateSigns, ...likelyStates].flatMap(([sign, code]) => (code === 'open' ? [] : [sign.source])).join('|'),
);

/** Long remarks say at their end how a row ended. */
const mostOfRemark = 400;

/** A date is written as such: "2019" in a remark may count anything. */
const hasDay = (clause: string, { endOf }: Elsewhere): boolean => /\D/.test(endOf(clause, '').date);

const mayEnd = (text: string, as: Elsewhere): boolean =>
  asked.test(text) || endSign.test(fold(text)) || clausesOf(text).some((clause) => hasDay(clause, as));

type Ended = Found | 'may_end' | null;

/** How a row ended, where neither its state nor its day of closing is written. */
function findEnd(cells: Cells, as: Elsewhere): Ended {
  const { conclusion, concludedOn } = as.columns;
  if (conclusion === undefined && concludedOn === undefined) return null;
  if (at(cells, conclusion) !== '' || at(cells, concludedOn) !== '') return null;
  const texts = as.remarks.map((each) => at(cells, each).slice(-mostOfRemark)).filter((text) => text !== '');
  for (const text of texts.toReversed()) {
    const end = endOfRemark(text, as);
    if (end !== null) return end === 'may_end' ? end : placed(end, as.columns);
  }
  return null;
}

/** The last clause that says an end; a short one says it by itself. */
function endOfRemark(text: string, as: Elsewhere): Ending | 'may_end' | null {
  const clauses = clausesOf(text).toReversed();
  const isLikely = mayEnd(text, as);
  const tried = clauses.filter(
    (clause, place) => isLikely || isDittoed(clause) || (place === 0 && wordsIn(clause) < 4),
  );
  return tried.map((clause) => endingIn(clause, as)).find((end) => end !== null) ?? (isLikely ? 'may_end' : null);
}

/** In the columns of the state and of the day, or in the one that there is. */
function placed({ state, date }: Ending, { conclusion, concludedOn }: Columns): Found {
  if (conclusion !== undefined && concludedOn !== undefined)
    return new Map([
      [conclusion, state],
      [concludedOn, date],
    ]);
  return new Map([[conclusion ?? concludedOn ?? -1, state === date ? state : `${state} ${date}`.trim()]]);
}

/** A row with each value in its own column, where it was written in another. */
export function withElsewhere(cells: Cells, as: Elsewhere, note: (reason: VerdictReason) => void): Cells {
  const found = new Map(findSource(cells, as));
  const end = findEnd(cells, as);
  if (end === 'may_end') note('remark_may_say_end');
  else for (const [column, text] of end ?? []) found.set(column, text);
  if (found.size === 0) return cells;
  note('read_elsewhere');
  return cells.map((cell, column) => found.get(column) ?? cell);
}
