import { quarterNumbers } from '#contract/ground/dates';
import type { Bilingual } from '#contract/ground/common';
import { amendmentsOf } from '#contract/reporting/amendments';
import { budgetCategories, choiceLabel } from '#contract/reporting/fundingChoices';
import { fundingColumns, type FundingColumn } from '#contract/reporting/fundingColumns';
import type { FundingSnapshot } from '#contract/reporting/fundingSnapshot';
import type { ReturnContent } from '#contract/reporting/returns';
import { isLargeVariance, outlookOf, varianceOf, varianceShare } from '#contract/reporting/spending';
import { both as pair } from '#contract/words/both';
import { headings } from '#contract/words/headings';
import { markup } from '../../../documents/page/markup.ts';
import { column, type ReportColumn } from '../../../documents/report/column.ts';
import { pageOf, sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { formats, notApplicable } from '../../../documents/workbook/table.ts';
import { amendmentSheets, amendmentTable } from '../../funding/amendmentTable.ts';
import { pillarPage, pillarSheets } from '../../funding/pillarTable.ts';
import { pillarsOfReturn } from '../../funding/reportedPillars.ts';
import { cashPage, cashSheets } from './cash.ts';
import type { ReturnPart } from './part.ts';

type Cells = FundingSnapshot['budget'][number];

const textOf = (row: Cells, key: string): string => String(row[key] ?? '');
const numberOf = (row: Cells, key: string): number | null => {
  const value = row[key];
  return typeof value === 'number' ? value : null;
};
const hundredths = (value: number | null): number | null => (value === null ? null : value / 100);
const textsOf = (row: Cells, key: string): Bilingual => pair(textOf(row, `${key}En`), textOf(row, `${key}Fr`));

/** A text that is kept in both languages is one column, under its name without the language. */
function textColumn(key: string, label: Bilingual): readonly ReportColumn<Cells>[] {
  if (key.endsWith('Fr')) return [];
  if (!key.endsWith('En')) return [column.text(key, label, (row) => textOf(row, key), { width: 24 })];
  const name = pair(label.en.replace(' (English)', ''), label.fr.replace(' (anglais)', ''));
  return [column.texts(key, name, (row) => textsOf(row, key.slice(0, -2)), { width: 24 })];
}

function registerColumn({ label, key, ...of }: FundingColumn): readonly ReportColumn<Cells>[] {
  switch (of.kind) {
    case 'code':
      return [column.text(key, label, (row) => textOf(row, key), { width: 10 })];
    case 'unit':
      return [column.text(key, label, (row) => textOf(row, 'unitCode'), { width: 9 })];
    case 'choice':
      return [
        column.words(key, label, (row) => (row[key] == null ? null : choiceLabel(of.options, textOf(row, key))), {
          width: 19,
        }),
      ];
    case 'money':
      return [column.money(key, label, (row) => numberOf(row, key), { width: 15 })];
    case 'decimal':
      return [column.number(key, label, (row) => hundredths(numberOf(row, key)), { format: formats.money })];
    case 'whole':
      return [column.whole(key, label, (row) => numberOf(row, key), { width: 11 })];
    case 'date':
      return [column.day(key, label, (row) => textOf(row, key) || null, { page: (row) => textOf(row, key) })];
    case 'text':
      return textColumn(key, label);
  }
}

/** Shown as they are kept; the budget and the cash flow are computed from. */
const registers = {
  positions: 'Positions - Postes',
  training: 'Training - Formation',
  equipment: 'Equipment - Équipement',
  activities: 'Activities - Activités',
  risks: 'Risks - Risques',
} as const;

function registerTables(funding: FundingSnapshot): readonly (ReportTable<Cells> & { readonly tab: string })[] {
  return (['positions', 'training', 'equipment', 'activities', 'risks'] as const).flatMap((register) =>
    funding[register].length === 0
      ? []
      : [
          {
            tab: registers[register],
            title: headings[register],
            columns: fundingColumns[register].flatMap(registerColumn),
            rows: funding[register],
          },
        ],
  );
}

/** A line of the budget in the quarter of the return and what the year will have cost, or all of them added up. */
interface BudgetRow {
  readonly code: string;
  readonly name: Bilingual;
  readonly category: Bilingual | null;
  readonly unitCode: string;
  readonly budget: number | null;
  readonly forecast: number | null;
  readonly actual: number | null;
  readonly why: Bilingual;
  readonly spent: number | null;
  readonly lapsing: number | null;
}

function budgetRow(row: Cells, quarter: number): BudgetRow {
  const key = `q${String(quarter)}`;
  const budget = numberOf(row, 'budget');
  const quarters = quarterNumbers.map((each) => ({
    forecast: numberOf(row, `q${String(each)}Forecast`),
    actual: numberOf(row, `q${String(each)}Actual`),
  }));
  return {
    code: textOf(row, 'code'),
    name: textsOf(row, 'name'),
    category: choiceLabel(budgetCategories, textOf(row, 'category')),
    unitCode: textOf(row, 'unitCode'),
    forecast: numberOf(row, `${key}Forecast`),
    actual: numberOf(row, `${key}Actual`),
    why: textsOf(row, `${key}Why`),
    ...outlookOf([{ budget, quarters }]),
  };
}

function totalOf(rows: readonly BudgetRow[]): BudgetRow {
  /** Null as soon as one line is not known: a total of fewer would look like a saving. */
  const sum = (name: 'budget' | 'forecast' | 'actual' | 'spent' | 'lapsing'): number | null =>
    rows.reduce<number | null>((all, row) => (all === null || row[name] === null ? null : all + row[name]), 0);
  return {
    code: '',
    name: headings.total,
    category: null,
    unitCode: '',
    why: pair('', ''),
    budget: sum('budget'),
    forecast: sum('forecast'),
    actual: sum('actual'),
    spent: sum('spent'),
    lapsing: sum('lapsing'),
  };
}

function budgetTable(rows: readonly BudgetRow[], quarter: number): ReportTable<BudgetRow> {
  const ofQuarter = ({ en, fr }: Bilingual): Bilingual =>
    pair(`Q${String(quarter)} ${en.toLowerCase()}`, `T${String(quarter)} ${fr.toLowerCase()}`);
  const lapsing = column.money('lapsing', headings.lapsing, (row: BudgetRow) => row.lapsing);
  return {
    title: pair('Budget, forecast and actual, in dollars', 'Budget, prévision et réel, en dollars'),
    columns: [
      column.text('line', headings.line, ({ code }) => code, {
        page: ({ code, name }, { say }) => [code, say(name)].filter((each) => each !== '').join(' '),
        width: 10,
      }),
      column.texts('name', headings.name, ({ name }) => name, { width: 30, on: ['sheet'] }),
      column.words('category', headings.category, ({ category }) => category, { width: 32 }),
      column.text('unit', headings.unit, ({ unitCode }) => unitCode, { width: 9, on: ['sheet'] }),
      column.money('budget', headings.budget, ({ budget }) => budget, { width: 15 }),
      column.money('forecast', ofQuarter(headings.forecast), ({ forecast }) => forecast, { width: 15 }),
      column.money('actual', ofQuarter(headings.actual), ({ actual }) => actual, { width: 15 }),
      column.money('variance', headings.variance, ({ forecast, actual }) => varianceOf(forecast, actual), {
        width: 15,
      }),
      column.share(
        'variance_share',
        headings.varianceShare,
        ({ forecast, actual }) => varianceShare(forecast, actual),
        {
          sheet: ({ forecast, actual }) =>
            forecast === 0 && actual !== null ? notApplicable : varianceShare(forecast, actual),
          format: formats.share,
          width: 11,
        },
      ),
      { ...lapsing, on: ['page'] },
      column.yes('over', headings.overThreshold, ({ forecast, actual }) => isLargeVariance(forecast, actual), {
        on: ['sheet'],
      }),
      column.texts('explanation', headings.explanation, ({ why }) => why, { isWide: true }),
      column.money('spent', pair('Spent so far', 'Dépensé à ce jour'), ({ spent }) => spent, {
        width: 17,
        on: ['sheet'],
      }),
      { ...lapsing, on: ['sheet'] },
    ],
    rows,
  };
}

/** The agreement's registers as they were at the lock; null where the return carries none. A register without a row is left out. */
export function fundingPart(content: ReturnContent): ReturnPart | null {
  const { funding, quarter } = content;
  if (funding === null) return null;
  const lines = funding.budget.map((row) => budgetRow(row, quarter.quarter));
  const tables = registerTables(funding);
  const amendments = amendmentsOf(funding.amendments);
  const pillars = pillarsOfReturn(content);
  const sheets = [
    ...(lines.length > 0 ? [sheetOf(budgetTable(lines, quarter.quarter), { tab: 'Finances' })] : []),
    ...pillarSheets(pillars === null ? [] : [pillars]),
    ...tables.map((table) => sheetOf(table, { tab: table.tab })),
    ...amendmentSheets(amendments),
    ...cashSheets(content),
  ];
  if (sheets.length === 0) return null;
  return {
    id: 'funding',
    title: headings.funding,
    sideways: true,
    sheets,
    page: (language) => {
      const caption = `${language.say(headings.finances)}, ${language.quarter(quarter)}`;
      const budget = budgetTable([...lines, totalOf(lines)], quarter.quarter);
      return markup`${lines.length > 0 ? pageOf(budget, language, { caption, totalled: true }) : null}${pillarPage(pillars, language)}${cashPage(content, language)}${tables.map((table) => pageOf(table, language))}${amendmentTable(amendments, language)}`;
    },
  };
}
