import { valueField, type ImportMapping, type ValueField } from '#contract/intake/imports';
import { must } from '../../ground/kernel/assert.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { openTable } from '../../documents/tables/open.ts';
import { hidesBinary } from '../../documents/tables/detect.ts';
import type { TableRow } from '../../documents/tables/types.ts';
import { fold } from './aliases.ts';
import { belowNames } from './belowNames.ts';
import { endReader, firstFrom } from './endings.ts';
import { sheetReader, type LineReader } from './lines.ts';
import { propose, type KnownUnit } from './proposals.ts';
import { dateColumn } from './register.ts';
import { remembering } from './remembering.ts';
import { textOf } from './rules.ts';
import { addText, datesOf, noTexts, wordOf, type TableTexts, type Texts } from './surveyDates.ts';
import type { ReadAs } from './types.ts';
import { seemsUnit } from './unitLines.ts';

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
        const meant = code === undefined ? propose(field, text, units) : { code, isSure: true };
        return { text, count, code: meant.code, isSure: meant.isSure };
      })
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
  };
}

const dateFields = ['receivedOn', 'concludedOn'] as const;
type DateField = (typeof dateFields)[number];
type SurveyedField = ValueField | DateField;
const surveyedFields: readonly SurveyedField[] = [...valueField.options, ...dateFields];
const isOfDates = (field: SurveyedField): field is DateField => field === 'receivedOn' || field === 'concludedOn';

/** More different texts than these are no list that a person maps; of dates, a register of ten years has no more days. */
const mostTexts = { values: 400, dates: 20_000 } as const;

type Word = (text: string) => string;

/** The texts of every column that is mapped: of dates, those of each table by themselves. */
class FoundTexts {
  private readonly values = new Map<string, Texts>();
  private readonly dates = new Map<string, TableTexts[]>();
  private readonly names: string[][] = [];
  private readonly word: Word;

  constructor(word: Word) {
    this.word = word;
  }

  nameTable(table: number, names: readonly string[]): void {
    this.names[table] ??= [...names];
  }

  add(
    field: SurveyedField,
    { text, table, column }: { text: string; table: number; column: number | undefined },
  ): void {
    if (hidesBinary(text)) return;
    if (isOfDates(field)) addText(this.tableOf(field, table, column).texts, text, mostTexts.dates, this.word);
    else addText(this.valuesOf(field), text, mostTexts.values, this.word);
  }

  valuesOf(field: ValueField): Texts {
    const held = this.values.get(field) ?? noTexts();
    this.values.set(field, held);
    return held;
  }

  datesOf(field: string): readonly TableTexts[] {
    return this.dates.get(field) ?? [];
  }

  private tableOf(field: string, table: number, column: number | undefined): TableTexts {
    const tables = this.dates.get(field) ?? [];
    this.dates.set(field, tables);
    for (let each = tables.length; each <= table; each += 1)
      tables.push({ texts: noTexts(), name: this.names[each]?.[column ?? -1] ?? '' });
    return must(tables[table], 'the texts of every table up to this one are there');
  }
}

const isOfEnd = (field: string): field is 'conclusion' | 'concludedOn' =>
  field === 'conclusion' || field === 'concludedOn';

interface ReadRow {
  readonly cells: readonly string[];
  readonly above: string | null;
  readonly table: number;
}

/** The rows of a register: without its titles, the names of its columns, its totals and its notes. */
async function* rowsBelowHeader(
  records: AsyncIterable<TableRow>,
  { mapping, present }: Omit<ReadAs, 'header'>,
  isUnit: (text: string) => boolean,
  onNames: (table: number, names: readonly string[]) => void,
): AsyncGenerator<ReadRow> {
  let readSheet: ReturnType<typeof sheetReader> | null = null;
  let readLine: LineReader | null = null;
  let above: string | null = null;
  for await (const below of belowNames(records, mapping.headerRow)) {
    if (below.isNames) {
      readSheet ??= sheetReader({ header: below.names, mapping, present }, isUnit);
      readLine = readSheet(below.titles);
      above = null;
      onNames(0, below.names);
      continue;
    }
    if (readLine === null) continue;
    const { why, unit, cells, table } = readLine(below.row.cells, below.ahead);
    if (why === null) yield { cells, above, table };
    else if (why === 'other_header' || why === 'repeated_header') onNames(table, cells);
    above = unit ?? above;
  }
}

export const surveyFile: ActionHandler<'imports.survey'> = async (context, { file, reading, mapping, jobId }) => {
  const source = sourceOf(context, file);
  const job = context.job(jobId);
  const size = await source.size();
  const table = await openTable(source, reading, job);
  const present = { serialDay: table.serialDay, today: context.clock.today() };
  const found = new FoundTexts(remembering(wordOf));
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
  // Of a day without a year the row itself tells the year.
  const isYearless = remembering((date) => firstFrom(date, present.today, ends) !== null);
  const seen = new Set(mapped);
  const onNames = (at: number, names: readonly string[]): void => {
    found.nameTable(at, names);
  };
  const lines = rowsBelowHeader(records, { mapping, present }, seemsUnit(units), onNames);
  for await (const { cells, above, table: at } of lines) {
    rows += 1;
    if (above !== null) seen.add('unitCode');
    const text = textOf(mapping, cells, above);
    const { state, date } = endOf(text('conclusion'), text('concludedOn'));
    if (state !== '') seen.add('conclusion');
    if (date !== '') seen.add('concludedOn');
    const said = { conclusion: state, concludedOn: isYearless(date) ? '' : date };
    for (const field of seen)
      found.add(field, {
        text: isOfEnd(field) ? said[field] : text(field),
        table: at,
        column: mapping.columns[field],
      });
    if (rows % 1000 === 0) await job.breathe();
  }
  return {
    rows,
    values: valueField.options
      .filter((field) => seen.has(field))
      .map((field) => valuesOf(field, found.valuesOf(field), mapping, units)),
    dates: dateFields
      .filter((field) => seen.has(field))
      .map((field) => datesOf(field, found.datesOf(field), dateColumn(mapping, field, present))),
  };
};
