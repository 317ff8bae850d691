import { both as pair } from '#contract/words/both';
import type { Bilingual } from '#contract/ground/common';
import type { FiscalYear } from '#contract/ground/dates';
import { fiscalYearName } from '#contract/ground/period';
import type { YearByPillar } from '#contract/reporting/pillarSpending';
import {
  enteredColumn,
  pillarColumn,
  pillarRows,
  pillarWords,
  spendingColumns,
  withCode,
  type PillarRow,
} from '#contract/reporting/pillarTable';
import { headings } from '#contract/words/headings';
import type { Language } from '../../documents/page/language.ts';
import type { Markup } from '../../documents/page/markup.ts';
import { column, type ReportColumn } from '../../documents/report/column.ts';
import { agreementColumn, measureColumn, yearColumn } from '../../documents/report/commonColumns.ts';
import { pageOf, sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { both, type SheetTable } from '../../documents/workbook/table.ts';
import type { ReportedPillars } from './reportedPillars.ts';

type Row = PillarRow & { readonly until: number };
export const dollarsName = pair('dollars', 'dollars');
export const shareName = pair('share', 'part');

/** What `spending-by-pillar.csv` names its figures by. */
export const pillarCodes = {
  PILLAR_SPENT: pillarWords.spent,
  PILLAR_PROJECTS: pillarWords.toProjects,
  PILLAR_ELSEWHERE: pillarWords.elsewhere,
  PILLAR_NOT_ENTERED: pillarWords.notSaid,
  PILLAR_SHARE: pillarWords.share,
} as const;

/** The fiscal year, up to the last quarter that counts where that is not its fourth. */
function periodName({ fiscalYear, until }: Pick<Row, 'fiscalYear' | 'until'>): Bilingual {
  const { en, fr } = fiscalYearName(fiscalYear as FiscalYear);
  return until === 4 ? { en, fr } : { en: `${en}, to Q${String(until)}`, fr: `${fr}, jusqu’au T${String(until)}` };
}

const columnsOf = (agreementCode: string): readonly ReportColumn<Row>[] => [
  column.words<Row>('period', headings.fiscalYear, periodName, { width: 24, on: ['sheet'] }),
  agreementColumn(agreementCode),
  yearColumn(({ fiscalYear }: Row) => fiscalYear as FiscalYear),
  column.text<Row>('to_quarter', headings.quarter, ({ until }) => `Q${String(until)}`, {
    note: pair('Spending counted from Q1 to', 'Dépenses comptées du T1 au'),
    on: ['csv'],
  }),
  column.text<Row>('row', pillarWords.pillar, ({ row }) => row, {
    note: pair(
      'pillar; none: lines that name no pillar; total: all lines',
      'pillar : pilier; none : lignes sans pilier; total : toutes les lignes',
    ),
    on: ['csv'],
  }),
  column.text<Row>('pillar_code', headings.code, ({ code }) => code, { on: ['csv'] }),
  column.words<Row>('pillar', pillarWords.pillar, ({ name }) => name, { on: ['csv'] }),
  {
    ...pillarColumn,
    width: 44,
    sheet: ({ code, name }) => withCode(code, both(name)),
    on: ['sheet', 'page'],
  },
  ...spendingColumns,
  { ...enteredColumn, on: ['sheet', 'page'] },
  column.tally<Row>('quarters_entered', pillarWords.entered, ({ entered }) => entered, {
    note: pair(
      'Quarters of budget lines whose actual is entered',
      'Trimestres des lignes budgétaires dont le réel est saisi',
    ),
    on: ['csv'],
  }),
  column.tally<Row>('quarters_asked', pillarWords.entered, ({ asked }) => asked, {
    note: pair('Quarters of budget lines that it should cover', 'Trimestres des lignes à couvrir'),
    on: ['csv'],
  }),
  measureColumn(() => dollarsName),
];

export const pillarTable = (
  years: readonly YearByPillar[],
  { pillars, until }: Pick<ReportedPillars, 'pillars' | 'until'>,
  agreementCode = '',
): ReportTable<Row> => ({
  title: pillarWords.title,
  columns: columnsOf(agreementCode),
  rows: years.flatMap((year) => pillarRows(year, pillars).map((row) => ({ ...row, until }))),
});

/** The table of each year as one sheet of a report's workbook; none where nothing is said of pillars. */
export function pillarSheets(reported: readonly ReportedPillars[]): readonly SheetTable[] {
  const [first] = reported;
  if (!first) return [];
  const rows = reported.flatMap((each) => pillarTable([each.year], each).rows);
  return [sheetOf({ ...pillarTable([], first), rows }, { tab: 'Pillars - Piliers', keyColumns: 2 })];
}

/** The same as a table of a page; null where nothing is said of pillars. */
export function pillarPage(reported: ReportedPillars | null, language: Language): Markup | null {
  if (reported === null) return null;
  const { year, until } = reported;
  const { say } = language;
  const caption = `${say(pillarWords.title)}, ${say(periodName({ fiscalYear: year.fiscalYear, until }))}`;
  return pageOf(pillarTable([year], reported), language, { caption, totalled: true });
}
