import type { Bilingual } from '#contract/ground/common';
import { isNumeric, type FundingCell } from '#contract/reporting/fundingCells';
import { budgetCategories, choiceLabel } from '#contract/reporting/fundingChoices';
import { amendmentsOf } from '#contract/reporting/amendments';
import { fundingColumns, type FundingColumn } from '#contract/reporting/fundingColumns';
import type { FundingSnapshot } from '#contract/reporting/fundingSnapshot';
import type { ReturnContent } from '#contract/reporting/returns';
import { isLargeVariance, outlookOf, varianceOf, varianceShare } from '#contract/reporting/spending';
import { headings } from '#contract/words/headings';
import { amendmentSheets } from '../../funding/amendmentTable.ts';
import { pillarSheets } from '../../funding/pillarTable.ts';
import { pillarsOfReturn } from '../../funding/reportedPillars.ts';
import {
  both,
  formats,
  only,
  sheetColumn,
  notApplicable,
  type SheetColumn,
  type SheetTable,
  type SheetValue,
} from '../../../documents/workbook/table.ts';
import { quarterNumbers } from '#contract/ground/dates';

type Row = FundingSnapshot['budget'][number];

const widths: Readonly<Record<FundingColumn['kind'], number>> = {
  code: 10,
  text: 24,
  choice: 19,
  unit: 9,
  money: 15,
  decimal: 12,
  whole: 11,
  date: 13,
};

function columnOf(column: FundingColumn): SheetColumn {
  const { en, fr } = column.label;
  const format = {
    money: formats.money,
    decimal: formats.money,
    whole: formats.whole,
    date: formats.day,
    code: undefined,
    text: undefined,
    choice: undefined,
    unit: undefined,
  }[column.kind];
  return sheetColumn({ en: en, fr: fr }, widths[column.kind], format);
}

function valueOf(column: FundingColumn, row: Row): SheetValue {
  const value: FundingCell = (column.kind === 'unit' ? row['unitCode'] : row[column.key]) ?? null;
  // A text that was not written is no figure that is missing.
  if (value === null) return isNumeric(column) || column.kind === 'date' ? null : '';
  if (isNumeric(column)) return column.kind === 'whole' ? Number(value) : Number(value) / 100;
  if (column.kind === 'choice') return both(choiceLabel(column.options, String(value)));
  return column.kind === 'date' ? new Date(`${String(value)}T00:00:00Z`) : String(value);
}

/** Shown as they are kept; the budget and the cash flow are computed from. */
const others = ['positions', 'training', 'equipment', 'activities', 'risks'] as const;
type PlainRegister = (typeof others)[number];

const titles: Readonly<Record<PlainRegister, { readonly tab: string; readonly title: Bilingual }>> = {
  positions: { tab: 'Positions - Postes', title: headings.positions },
  training: { tab: 'Training - Formation', title: headings.training },
  equipment: {
    tab: 'Equipment - Équipement',
    title: headings.equipment,
  },
  activities: { tab: 'Activities - Activités', title: headings.activities },
  risks: { tab: 'Risks - Risques', title: headings.risks },
};

function registerSheet(funding: FundingSnapshot, register: PlainRegister): SheetTable {
  const columns = fundingColumns[register];
  return {
    ...titles[register],
    columns: columns.map(columnOf),
    rows: funding[register].map((row) => columns.map((column) => valueOf(column, row))),
  };
}

const cents = (row: Row, key: string): number | null => {
  const value = row[key];
  return typeof value === 'number' ? value : null;
};
const dollars = (value: number | null): number | null => (value === null ? null : value / 100);
const text = (row: Row, key: string): string => String(row[key] ?? '');

const yearOf = (row: Row) => ({
  budget: cents(row, 'budget'),
  quarters: quarterNumbers.map((each) => ({
    forecast: cents(row, `q${String(each)}Forecast`),
    actual: cents(row, `q${String(each)}Actual`),
  })),
});

/** One line of the budget in the quarter of the return, and what the year will have cost. */
function lineCells(row: Row, quarter: number): readonly SheetValue[] {
  const key = `q${String(quarter)}`;
  const [forecast, actual] = [cents(row, `${key}Forecast`), cents(row, `${key}Actual`)];
  const { spent, lapsing } = outlookOf([yearOf(row)]);
  return [
    text(row, 'code'),
    text(row, 'nameEn'),
    text(row, 'nameFr'),
    both(choiceLabel(budgetCategories, text(row, 'category'))),
    text(row, 'unitCode'),
    dollars(cents(row, 'budget')),
    dollars(forecast),
    dollars(actual),
    dollars(varianceOf(forecast, actual)),
    forecast === 0 && actual !== null ? notApplicable : varianceShare(forecast, actual),
    isLargeVariance(forecast, actual) ? 'Yes / Oui' : 'No / Non',
    text(row, `${key}WhyEn`),
    text(row, `${key}WhyFr`),
    dollars(spent),
    dollars(lapsing),
  ];
}

function financeSheet(lines: readonly Row[], quarter: number): SheetTable {
  const q = String(quarter);
  return {
    tab: 'Finances',
    title: { en: 'Budget, forecast and actual, in dollars', fr: 'Budget, prévision et réel, en dollars' },
    columns: [
      sheetColumn(headings.line, 10),
      sheetColumn(only('en', headings.name), 30),
      sheetColumn(only('fr', headings.name), 30),
      sheetColumn(headings.category, 32),
      sheetColumn(headings.unit, 9),
      sheetColumn(headings.budget, 15, formats.money),
      sheetColumn({ en: `Q${q} forecast`, fr: `T${q} prévision` }, 15, formats.money),
      sheetColumn({ en: `Q${q} actual`, fr: `T${q} réel` }, 15, formats.money),
      sheetColumn(headings.variance, 15, formats.money),
      sheetColumn(headings.varianceShare, 11, formats.share),
      sheetColumn(headings.overThreshold, 13),
      sheetColumn(only('en', headings.explanation), 44),
      sheetColumn(only('fr', headings.explanation), 44),
      sheetColumn({ en: 'Spent so far', fr: 'Dépensé à ce jour' }, 17, formats.money),
      sheetColumn(headings.lapsing, 16, formats.money),
    ],
    rows: lines.map((row) => lineCells(row, quarter)),
  };
}

/** The sheets of the agreement's registers as they were at the lock; a register without a row has none. */
export function fundingSheets({ funding, quarter }: ReturnContent): readonly SheetTable[] {
  if (funding === null) return [];
  const pillars = pillarsOfReturn({ funding, quarter });
  return [
    ...(funding.budget.length > 0 ? [financeSheet(funding.budget, quarter.quarter)] : []),
    ...pillarSheets(pillars === null ? [] : [pillars]),
    ...others.filter((each) => funding[each].length > 0).map((each) => registerSheet(funding, each)),
    ...amendmentSheets(amendmentsOf(funding.amendments)),
  ];
}
