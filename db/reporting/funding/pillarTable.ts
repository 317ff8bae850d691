import type { Bilingual } from '#contract/ground/common';
import type { FiscalYear } from '#contract/ground/dates';
import { fiscalYearName } from '#contract/ground/period';
import type { Pillar } from '#contract/reporting/pillars';
import type { PillarSpending, YearByPillar } from '#contract/reporting/pillarSpending';
import { both as pair } from '#contract/words/both';
import { headings } from '#contract/words/headings';
import type { CsvValue } from '../../documents/files/csv.ts';
import type { Language } from '../../documents/page/language.ts';
import type { Markup } from '../../documents/page/markup.ts';
import { numberColumn, paperTable, textColumn } from '../../documents/page/table.ts';
import { clean } from '../../estimator/numbers.ts';
import { both, formats, sheetColumn, type SheetTable, type SheetValue } from '../../documents/workbook/table.ts';
import type { ReportedPillars } from './reportedPillars.ts';

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
  'to_quarter',
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
  'unit_of_measure_en',
  'unit_of_measure_fr',
] as const;

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

const money = (cents: number | null): CsvValue => (cents === null ? null : { cents });

/** `row` is pillar, none (lines that name no pillar) or total; what is not entered is an empty cell. */
export function spendingRows(
  agreementCode: string,
  years: readonly YearByPillar[],
  pillars: readonly Pillar[],
  until = 4,
): readonly Readonly<Record<(typeof spendingColumns)[number], CsvValue>>[] {
  return years.flatMap((year) =>
    tableRows(year, pillars).map(({ fiscalYear, code, name, spending }) => ({
      agreement_code: agreementCode,
      fy: fiscalYearName(fiscalYear as FiscalYear).en.replace('FY ', ''),
      to_quarter: `Q${String(until)}`,
      row: name === headings.total ? 'total' : name === pillarWords.none ? 'none' : 'pillar',
      pillar_code: code,
      pillar_en: name.en,
      pillar_fr: name.fr,
      budget_lines: spending.lines,
      spent: money(spending.spent),
      to_projects: money(spending.toProjects),
      not_to_projects: money(spending.elsewhere),
      not_entered_whether_to_project: money(spending.notSaid),
      share_to_projects: spending.share === null ? null : clean(spending.share),
      quarters_entered: spending.entered,
      quarters_asked: spending.asked,
      unit_of_measure_en: dollarsName.en,
      unit_of_measure_fr: dollarsName.fr,
    })),
  );
}

/** The fiscal year, up to the last quarter that counts where that is not its fourth. */
function periodName(fiscalYear: number, until: number): Bilingual {
  const { en, fr } = fiscalYearName(fiscalYear as FiscalYear);
  return until === 4 ? { en, fr } : { en: `${en}, to Q${String(until)}`, fr: `${fr}, jusqu’au T${String(until)}` };
}

const dollars = (cents: number | null): SheetValue => (cents === null ? null : cents / 100);

/** The table of each year as one sheet of a report's workbook; none where nothing is said of pillars. */
export function pillarSheets(reported: readonly ReportedPillars[]): readonly SheetTable[] {
  if (reported.length === 0) return [];
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
      rows: reported.flatMap(({ year, pillars, until }) =>
        tableRows(year, pillars).map(({ fiscalYear, code, name, spending }) => [
          both(periodName(fiscalYear, until)),
          [code, both(name)].filter((each) => each !== '' && each !== ' / ').join(' '),
          spending.lines,
          dollars(spending.spent),
          dollars(spending.toProjects),
          dollars(spending.elsewhere),
          dollars(spending.notSaid),
          spending.share,
          `${spending.entered}/${spending.asked}`,
        ]),
      ),
    },
  ];
}

/** The same as a table of a page; null where nothing is said of pillars. */
export function pillarPage(reported: ReportedPillars | null, language: Language): Markup | null {
  if (reported === null) return null;
  const { year, pillars, until } = reported;
  const { say, money: written, share } = language;
  const known = (cents: number | null): string | null => (cents === null ? null : written(cents));
  return paperTable(language, {
    caption: `${say(pillarWords.title)}, ${say(periodName(year.fiscalYear, until))}`,
    columns: [
      textColumn(pillarWords.pillar),
      numberColumn(pillarWords.lines),
      numberColumn(pillarWords.spent),
      numberColumn(pillarWords.toProjects),
      numberColumn(pillarWords.elsewhere),
      numberColumn(pillarWords.notSaid),
      numberColumn(pillarWords.share),
      numberColumn(pillarWords.entered),
    ],
    rows: tableRows(year, pillars).map(({ code, name, spending }) => [
      [code, say(name)].filter((each) => each !== '').join(' '),
      spending.lines,
      ...[spending.spent, spending.toProjects, spending.elsewhere, spending.notSaid].map(known),
      spending.share === null ? null : share(spending.share),
      `${String(spending.entered)}/${String(spending.asked)}`,
    ]),
    totalled: true,
  });
}
