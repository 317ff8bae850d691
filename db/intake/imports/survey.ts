import { valueField, type ImportMapping, type Surveyed, type ValueField } from '#contract/intake/imports';
import { unit } from '../../ground/schema/common/units.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { openTable } from '../../documents/tables/open.ts';
import { hidesBinary } from '../../documents/tables/detect.ts';
import type { TableRow } from '../../documents/tables/types.ts';
import { blankWords, fold } from './aliases.ts';
import { endReader, firstFrom } from './endings.ts';
import { propose, type KnownUnit } from './proposals.ts';
import { lineReader } from './lines.ts';
import { dateColumn } from './register.ts';
import { remembering, textOf } from './rules.ts';
import { seemsUnit } from './unitLines.ts';
import { orderOf, readWritten, type DateColumn, type WrittenDate } from './writtenDates.ts';

/** More different texts than these are no list that a person maps. */
const mostTexts = 400;
const longestText = 120;
const shownExamples = 12;

/** The texts of a column, each once by its folded form, with how often it comes. */
interface Texts {
  readonly byWord: Map<string, { readonly text: string; count: number }>;
  blank: number;
  isTooMany: boolean;
}

const noTexts = (): Texts => ({ byWord: new Map(), blank: 0, isTooMany: false });

function addText(texts: Texts, text: string, most: number, word: (text: string) => string): void {
  const folded = word(text);
  if (blankWords.has(folded)) {
    texts.blank += 1;
    return;
  }
  const held = texts.byWord.get(folded);
  if (held !== undefined) held.count += 1;
  else if (texts.byWord.size >= most || text.length > longestText) texts.isTooMany = true;
  else texts.byWord.set(folded, { text, count: 1 });
}

export async function knownUnits({
  read,
  session,
}: Pick<ActionContext, 'read' | 'session'>): Promise<readonly KnownUnit[]> {
  const rows = await read.select().from(unit);
  return rows
    .filter(({ id }) => session.unitIds.includes(id))
    .map(({ id, code, nameEn, nameFr }) => ({ id, names: [code, nameEn, nameFr] }));
}

function valuesOf(field: ValueField, texts: Texts, mapping: ImportMapping, units: readonly KnownUnit[]) {
  const given = new Map(Object.entries(mapping.values?.[field] ?? {}).map(([text, code]) => [fold(text), code]));
  return {
    field,
    isTooMany: texts.isTooMany,
    blank: texts.blank,
    texts: [...texts.byWord]
      .map(([word, { text, count }]) => {
        const code = given.get(word);
        return { text, count, ...(code === undefined ? propose(field, text, units) : { code, isSure: true }) };
      })
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
  };
}

/** The form of a date: digits and letters are replaced by one of each, so that each way of writing is shown once. */
const formOf = (text: string): string =>
  text
    .replace(/\d/g, '9')
    .replace(/\p{L}+/gu, 'a')
    .replace(/9+/g, (run) => (run.length > 2 ? '9999' : '9'));

const exampleOf = (text: string, date: ReturnType<typeof readWritten>) => ({
  text,
  from: date?.from ?? null,
  to: date?.to ?? null,
});

function datesOf(field: 'receivedOn' | 'concludedOn', texts: Texts, column: DateColumn): Surveyed['dates'][number] {
  const written = [...texts.byWord.values()];
  const pairs = written.map(({ text, count }) => [text, count] as const);
  const { order, isOrdered, isEvident, ambiguous } = orderOf(pairs, column);
  const examples = new Map<string, Surveyed['dates'][number]['examples'][number]>();
  let [withoutDay, unread] = [0, 0];
  for (const { text, count } of written) {
    const date = readWritten(text, { ...column, order });
    if (date === null) unread += count;
    else if (date.from !== date.to) withoutDay += count;
    const shown = examples.get(formOf(text));
    // Among dates of one form, one that cannot be read is the better example.
    if (shown === undefined || (date === null && shown.from !== null))
      examples.set(formOf(text), exampleOf(text, date));
  }
  return {
    field,
    order,
    isOrdered,
    isEvident,
    ambiguous,
    withoutDay,
    unread,
    examples: [...examples.values()].slice(0, shownExamples),
  };
}

const dateFields = ['receivedOn', 'concludedOn'] as const;
const surveyedFields = [...valueField.options, ...dateFields] as const;

/** Texts of dates that differ: a register of ten years has no more days. */
const mostDates = 20_000;

function addCell(texts: Texts | undefined, field: string, text: string, word: (text: string) => string): void {
  if (texts === undefined || hidesBinary(text)) return;
  const isDate = field === 'receivedOn' || field === 'concludedOn';
  addText(texts, text, isDate ? mostDates : mostTexts, word);
}

const isOfEnd = (field: string): field is 'conclusion' | 'concludedOn' =>
  field === 'conclusion' || field === 'concludedOn';

interface LineTests {
  readonly dateOf: (text: string) => WrittenDate | null;
  readonly isUnit: (text: string) => boolean;
}

/** The rows of a register: without its titles, the names of its columns, its totals and its notes. */
async function* rowsBelowHeader(
  records: AsyncIterable<TableRow>,
  mapping: ImportMapping,
  { dateOf, isUnit }: LineTests,
): AsyncGenerator<{ readonly cells: readonly string[]; readonly above: string | null }> {
  let before = mapping.headerRow ?? 0;
  let readLine: ReturnType<typeof lineReader> | null = null;
  let above: string | null = null;
  for await (const { cells } of records) {
    if (readLine !== null) {
      const line = readLine(cells);
      if (line.why === null) yield { cells: line.cells, above };
      else above = line.unit ?? above;
    } else if (before > 0) before -= 1;
    else readLine = lineReader({ header: cells, mapping, dateOf }, isUnit);
  }
}

export const surveyFile: ActionHandler<'imports.survey'> = async (context, { file, reading, mapping, jobId }) => {
  const source = sourceOf(context, file);
  const job = context.job(jobId);
  const size = await source.size();
  const table = await openTable(source, reading, job);
  const present = { serialDay: table.serialDay, today: context.clock.today() };
  const anyDate = dateColumn(mapping, 'receivedOn', present);
  const dateOf = remembering((text) => readWritten(text, anyDate));
  const word = remembering(fold);
  const found = new Map(surveyedFields.map((field) => [field, noTexts()]));
  const mapped = surveyedFields.filter((field) => mapping.columns[field] !== undefined);
  const records = table.rows({
    onBytes: (done) => {
      job.progress('reading', done, size);
    },
  });
  let rows = 0;
  const units = await knownUnits(context);
  const ends = dateColumn(mapping, 'concludedOn', present);
  const endOf = endReader(ends);
  const read = (date: string) => readWritten(date, ends);
  const seen = new Set(mapped);
  for await (const { cells, above } of rowsBelowHeader(records, mapping, { dateOf, isUnit: seemsUnit(units) })) {
    rows += 1;
    if (above !== null) seen.add('unitCode');
    const text = textOf(mapping, cells, above);
    const { state, date } = endOf(text('conclusion'), text('concludedOn'));
    if (state !== '') seen.add('conclusion');
    if (date !== '') seen.add('concludedOn');
    const said = { conclusion: state, concludedOn: firstFrom(date, present.today, read) === null ? date : '' };
    for (const field of seen) addCell(found.get(field), field, isOfEnd(field) ? said[field] : text(field), word);
    if (rows % 1000 === 0) await job.breathe();
  }
  const textsOf = (field: (typeof surveyedFields)[number]) => found.get(field) ?? noTexts();
  return {
    rows,
    values: valueField.options
      .filter((field) => seen.has(field))
      .map((field) => valuesOf(field, textsOf(field), mapping, units)),
    dates: dateFields
      .filter((field) => seen.has(field))
      .map((field) => datesOf(field, textsOf(field), dateColumn(mapping, field, present))),
  };
};
