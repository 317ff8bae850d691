import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { ImportField, ImportMapping } from '#contract/intake/imports';
import { blankWords, fieldByHeader, fold } from './aliases.ts';
import { columnsByContent, contentOf, enough, fits, type Content } from './content.ts';
import { guessDateOrder } from './dates.ts';
import { propose, type KnownUnit } from './proposals.ts';

const particles = new Set('de du des la le les l d of the a au n no'.split(' '));
const bare = (name: string): string =>
  fold(name)
    .split(' ')
    .filter((word) => !particles.has(word))
    .join(' ');
const fieldByBareHeader = new Map([...fieldByHeader].map(([name, field]) => [bare(name), field]));

/** Words that a heading may hold, in the order in which they are looked for: what is said more exactly first. */
const signs: readonly (readonly [RegExp, ImportField])[] = [
  [
    /ferme|clos|clot|conclu|termin|\bterm\b|close|clsd|clrd|\bout\b|sortie|\bfin\b|\bend\b|date (?:res|regl|decis)|\b(?:disp|clear|outcome|status|statut)/,
    'concludedOn',
  ],
  [/recep|recu|rec ?v?d\b|rcvd?\b|receiv|ouvert|opened|entree|arriv|intake|date du signal/, 'receivedOn'],
  [/\bdate\b/, 'receivedOn'],
  [/how clos|motif|reason|raison/, 'conclusion'],
  [/statut|status|\bstat\b|\betat|state|issue|outcome|\bdisp|resultat|result|suivi/, 'conclusion'],
  [/\bferme|\bclos|\bconclu/, 'conclusion'],
  [
    /sourc|provenan|\bprov\b|origin|organisme|expediteur|referred by|recu de|from|transmis par|\bvia\b|d ou\b/,
    'source',
  ],
  [/unit|equipe|team|detach|\bdet\b|poste|bureau|secteur|region/, 'unitCode'],
  [/\bprio|urgen|\bp[rl]ty\b|\blvl\b|\blevel\b/, 'priorityReceived'],
  [/risq|risk|threat|menace/, 'riskBand'],
  [/resum|summar|descri|comment|remarq|\bnote|detail|synops|\bfaits|\bobjet\b|narrat|observation/, 'summary'],
  [
    /num|\bref|dossier|file|case|\btip|occurrence|evenement|rapport|report|\bno\b|signalement|\bid\b|\bocc\b|^n \S/,
    'externalNumber',
  ],
];

/** The field that each column's name means; the first column of a name has it. */
export function columnsByName(header: readonly string[]): Partial<Record<ImportField, number>> {
  const columns: Partial<Record<ImportField, number>> = {};
  for (const [column, name] of header.entries()) {
    const field = fieldByHeader.get(fold(name));
    if (field && columns[field] === undefined) columns[field] = column;
  }
  return columns;
}

/** How much a line looks like names of columns: names that are known, and then cells that are words. */
function headerScore(cells: readonly string[]): number {
  const written = cells.filter((each) => each.trim() !== '');
  const known = written.filter((each) => fieldByHeader.has(fold(each)) || fieldByBareHeader.has(bare(each))).length;
  const isSteady =
    new Set(written.map(fold)).size === written.length && !written.some((each) => /^\W*\d[\d\W]*$/.test(each));
  return written.length < 2 && cells.length > 1 ? 0 : known * 4 + (isSteady ? Math.min(written.length, 12) / 4 : 0);
}

/** Lines among which the names of the columns are looked for. */
const searched = 20;

/** The line that names the columns: titles, dates of extraction and blank lines may come before it. */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const scores = rows.slice(0, searched).map(headerScore);
  const best = Math.max(0, ...scores);
  // Without two names that are known, only the width of the lines decides: titles are narrower than their table. A second table below may
  // have more names: its own line is not the first one's.
  if (best >= 8) return scores.findIndex((score) => score >= 8 && score >= best * 0.7);
  const widths = rows.map((cells) => cells.filter((each) => each.trim() !== '').length);
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
  return Math.max(
    0,
    widths.slice(0, searched).findIndex((width) => width >= Math.max(2, usual * 0.7)),
  );
}

export interface Surroundings {
  readonly unitIds: readonly UnitId[];
  readonly units: readonly KnownUnit[];
  readonly present: { readonly serialDay: (text: string) => string | null; readonly today: CivilDate };
}

/** "V/Réf." is the sender's number, and "N/Réf." the unit's own. */
const sendersNumber = /\bextern|^(?:v|votre|your|yr) ref/;

type Columns = Partial<Record<ImportField, number>>;

/** Names first, as far as what the column holds does not speak against them; then words in the names; then what the columns hold. */
function columnsOf(header: readonly string[], contents: readonly Content[]): Columns {
  const columns: Columns = {};
  const isTaken = (column: number): boolean => Object.values(columns).includes(column);
  const give = (field: ImportField | undefined, column: number): void => {
    const content = contents[column];
    if (field === undefined || columns[field] !== undefined || isTaken(column)) return;
    if (content === undefined || fits(field, content)) columns[field] = column;
  };
  // The source's own number, apart from the number that another list gave.
  for (const [column, name] of header.entries()) if (sendersNumber.test(fold(name))) give('externalNumber', column);
  for (const [column, name] of header.entries()) give(fieldByHeader.get(fold(name)), column);
  // A column without a name is no number of a file, whose name may be "No" alone.
  for (const [column, name] of header.entries()) if (bare(name) !== '') give(fieldByBareHeader.get(bare(name)), column);
  for (const [sign, field] of signs)
    for (const [column, name] of header.entries()) if (sign.test(fold(name))) give(field, column);
  for (const [field, column] of columnsByContent(contents)) give(field, column);
  return columns;
}

/** What the names of the columns say alone, of a table whose rows are not read yet. */
export const columnsByWords = (header: readonly string[]): Columns => columnsOf(header, []);

/** Of the rows, how many must agree before a column without a telling name is taken for the day of the end. */
const mostRows = 0.9;

/** The one other column of dates that is written where the state says that a row ended, and nowhere else. */
function endByContent(columns: Columns, contents: readonly Content[], rows: readonly (readonly string[])[]): Columns {
  const { conclusion } = columns;
  if (columns.concludedOn !== undefined || columns.receivedOn === undefined || conclusion === undefined) return {};
  const isBlank = (text = ''): boolean => blankWords.has(fold(text));
  const endedBy = (text = ''): boolean | null => {
    const { code, isSure } = propose('conclusion', text, []);
    return isSure ? code !== 'open' : null;
  };
  const isRow = (cells: readonly string[]): boolean =>
    !isBlank(cells[columns.receivedOn ?? -1]) && cells.length > conclusion;
  const real = rows.filter((cells) => isRow(cells) && endedBy(cells[conclusion]) !== null);
  const found = contents.flatMap(({ written, dates }, column) => {
    if (Object.values(columns).includes(column) || written < enough || dates < mostRows) return [];
    const agree = real.filter((cells) => endedBy(cells[conclusion]) !== isBlank(cells[column])).length;
    return agree >= real.length * mostRows ? [column] : [];
  });
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? {} : { concludedOn: only };
}

/** What can be proposed from the names and the first rows. A person with one unit imports for it. */
export function suggestMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { unitIds, units, present }: Surroundings,
): ImportMapping {
  const contents = header.map((_, column) =>
    contentOf(
      rows.map((cells) => (cells[column] ?? '').trim()).filter((each) => !blankWords.has(fold(each))),
      { ...present, units },
    ),
  );
  const named = columnsOf(header, contents);
  const columns = { ...named, ...endByContent(named, contents, rows) };
  const dates = [columns.receivedOn, columns.concludedOn].flatMap((column) =>
    column === undefined ? [] : rows.map((cells) => cells[column] ?? ''),
  );
  return {
    columns,
    dateOrder: guessDateOrder(dates),
    unitId: unitIds.length === 1 ? (unitIds[0] ?? null) : null,
    sourceDefault: null,
  };
}
