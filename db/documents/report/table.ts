import type { Bilingual } from '#contract/ground/common';
import type { BuiltFile } from '../files/builtFile.ts';
import { toCsv, type CsvSeparator, type CsvValue } from '../files/csv.ts';
import type { DescribedTable } from '../files/dataPackage.ts';
import type { Language } from '../page/language.ts';
import type { Markup } from '../page/markup.ts';
import { paperTable, type PaperTable } from '../page/table.ts';
import type { SheetTable } from '../workbook/table.ts';
import { columnsOn, type ReportColumn } from './column.ts';
import { csvValuesOf, fieldsOf, type ColumnNotes } from './csv.ts';
import { pageCellOf, pageColumnOf } from './page.ts';
import { sheetColumnsOf, sheetValuesOf } from './sheet.ts';

/** A table of a report: what it shows, said once for every file that has it. */
export interface ReportTable<Row> {
  readonly title: Bilingual;
  readonly columns: readonly ReportColumn<Row>[];
  readonly rows: readonly Row[];
}

type SheetFacts = Omit<SheetTable, 'title' | 'columns' | 'rows'>;

export function sheetOf<Row>({ title, columns: all, rows }: ReportTable<Row>, facts: SheetFacts): SheetTable {
  const columns = columnsOn(all, 'sheet');
  return {
    title,
    columns: columns.flatMap(sheetColumnsOf),
    rows: rows.map((row) => columns.flatMap((column) => sheetValuesOf(column, row))),
    ...facts,
  };
}

type PageFacts = Partial<Omit<PaperTable, 'columns' | 'rows'>>;

export function pageOf<Row>(
  { title, columns: all, rows }: ReportTable<Row>,
  language: Language,
  facts: PageFacts = {},
): Markup {
  const columns = columnsOn(all, 'page');
  return paperTable(language, {
    caption: language.say(title),
    columns: columns.map(pageColumnOf),
    rows: rows.map((row) => columns.map((column) => pageCellOf(column, row, language))),
    ...facts,
  });
}

interface CsvFacts {
  readonly separator?: CsvSeparator | undefined;
  readonly notes?: ColumnNotes;
}

/** The file for programs, with what describes it to them. */
export function csvOf<Row>(
  { title, columns: all, rows }: ReportTable<Row>,
  name: string,
  { separator = 'comma', notes = {} }: CsvFacts = {},
): DescribedTable {
  const columns = columnsOn(all, 'csv');
  const fields = columns.flatMap((column) => fieldsOf(column, notes));
  const names = fields.map((field) => field.name);
  const records = rows.map((row): Readonly<Record<string, CsvValue>> => {
    const values = columns.flatMap((column) => csvValuesOf(column, row));
    return Object.fromEntries(names.map((each, index) => [each, values[index] ?? null]));
  });
  const file: BuiltFile = { name, bytes: toCsv(names, records, separator) };
  return { file, title: `${title.en} / ${title.fr}`, fields };
}
