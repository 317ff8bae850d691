import type { Bilingual } from '#contract/ground/common';
import type { FiscalYear } from '#contract/ground/dates';
import { fiscalYearName } from '#contract/ground/period';
import type { Pillar } from '#contract/reporting/pillars';
import type { PillarSpending, YearByPillar } from '#contract/reporting/pillarSpending';
import { both as pair } from '#contract/words/both';
import { headings } from '#contract/words/headings';
import type { CsvValue } from '../../documents/files/csv.ts';
import { both, formats, sheetColumn, type SheetTable, type SheetValue } from '../../documents/workbook/table.ts';

export const pillarWords = {
  title: pair('Spending by pillar', 'Dépenses par pilier'),
  pillar: pair('Pillar', 'Pilier'),
  none: pair('No pillar named', 'Aucun pilier nommé'),
  lines: pair('Budget lines', 'Lignes budgétaires'),
  spent: pair('Spent', 'Dépensé'),
  toProjects: pair('To projects', 'Pour des projets'),
  elsewhere: pair('Not to projects', 'Hors projets'),
  notSaid: pair('Not entered whether to a project', 'Projet ou non : non saisi'),
  share: pair('Share to projects', 'Part des projets'),
  entered: pair('Quarters entered', 'Trimestres saisis'),
} as const;

/** One row of the table: a pillar, the lines that name none, or all of a fiscal year. */
interface TableRow {
  readonly fiscalYear: number;
  readonly code: string;
  readonly name: Bilingual;
  readonly spending: Omit<PillarSpending, 'pillar'>;
}

function tableRows({ fiscalYear, rows, total }: YearByPillar, pillars: readonly Pillar[]): readonly TableRow[] {
  const nameOf = (code: string): Bilingual => {
    const found = pillars.find((each) => each.code === code);
    return found ? { en: found.nameEn, fr: found.nameFr } : { en: '', fr: '' };
  };
  return [
    ...rows.map(({ pillar, ...spending }) => ({
      ...{ fiscalYear, spending, code: pillar ?? '' },
      name: pillar === null ? pillarWords.none : nameOf(pillar),
    })),
    { ...{ fiscalYear, code: '' }, name: headings.total, spending: total },
  ];
}

export const spendingColumns = [
  'agreement_code',
  'fy',
  'row',
  'pillar_code',
  'pillar_en',
  'pillar_fr',
  'budget_lines',
  'spent',
  'to_projects',
  'not_to_projects',
  'not_entered_whether_to_project',
  'share_to_projects',
  'quarters_entered',
  'quarters_asked',
] as const;

const money = (cents: number | null): CsvValue => (cents === null ? null : { cents });

/** `row` is pillar, none (lines that name no pillar) or total; what is not entered is an empty cell. */
export function spendingRows(
  agreementCode: string,
  years: readonly YearByPillar[],
  pillars: readonly Pillar[],
): readonly Readonly<Record<(typeof spendingColumns)[number], CsvValue>>[] {
  return years.flatMap((year) =>
    tableRows(year, pillars).map(({ fiscalYear, code, name, spending }) => ({
      agreement_code: agreementCode,
      fy: fiscalYearName(fiscalYear as FiscalYear).en.replace('FY ', ''),
      row: name === headings.total ? 'total' : name === pillarWords.none ? 'none' : 'pillar',
      pillar_code: code,
      pillar_en: name.en,
      pillar_fr: name.fr,
      budget_lines: spending.lines,
      spent: money(spending.spent),
      to_projects: money(spending.toProjects),
      not_to_projects: money(spending.elsewhere),
      not_entered_whether_to_project: money(spending.notSaid),
      share_to_projects: spending.share === null ? null : Math.round(spending.share * 10_000) / 10_000,
      quarters_entered: spending.entered,
      quarters_asked: spending.asked,
    })),
  );
}

const dollars = (cents: number | null): SheetValue => (cents === null ? null : cents / 100);

/** The table as a sheet of a workbook; none where there is no budget line. */
export function pillarSheets(years: readonly YearByPillar[], pillars: readonly Pillar[]): readonly SheetTable[] {
  const rows = years.flatMap((year) => tableRows(year, pillars));
  if (rows.length === 0) return [];
  return [
    {
      tab: 'Pillars - Piliers',
      title: pillarWords.title,
      keyColumns: 2,
      columns: [
        sheetColumn(headings.fiscalYear, 24),
        sheetColumn(pillarWords.pillar, 44),
        sheetColumn(pillarWords.lines, 10, formats.tally),
        sheetColumn(pillarWords.spent, 16, formats.money),
        sheetColumn(pillarWords.toProjects, 16, formats.money),
        sheetColumn(pillarWords.elsewhere, 16, formats.money),
        sheetColumn(pillarWords.notSaid, 18, formats.money),
        sheetColumn(pillarWords.share, 12, formats.share),
        sheetColumn(pillarWords.entered, 12),
      ],
      rows: rows.map(({ fiscalYear, code, name, spending }) => [
        both(fiscalYearName(fiscalYear as FiscalYear)),
        [code, both(name)].filter((each) => each !== '' && each !== ' / ').join(' '),
        spending.lines,
        dollars(spending.spent),
        dollars(spending.toProjects),
        dollars(spending.elsewhere),
        dollars(spending.notSaid),
        spending.share,
        `${spending.entered}/${spending.asked}`,
      ]),
    },
  ];
}
