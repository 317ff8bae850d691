import { sumKnown } from '#contract/ground/amounts';
import type { Locale } from '#contract/ground/codes';
import { quarterNumbers, type FiscalQuarter } from '#contract/ground/dates';
import { isNumeric, type FundingCells } from '#contract/reporting/fundingCells';
import { fundingColumns, type FundingColumn, type Register } from '#contract/reporting/fundingColumns';
import { isLargeVariance, varianceOf, varianceShare } from '#contract/reporting/spending';

/** Which part of a budget the grid shows. */
export type Period = 'year' | FiscalQuarter;

const inYear = /^(?:code|name..|category|unitId|budget|q.(?:Forecast|Actual)|pillar|toProject)$/;

/** The columns in which the user types, in the order of the screen. A quarter shows the names in the language on screen alone. */
export function shownColumns(register: Register, period: Period, locale: Locale): readonly FundingColumn[] {
  const all = fundingColumns[register];
  if (register !== 'budget') return all;
  if (period === 'year') return all.filter(({ key }) => inYear.test(key));
  const name = locale === 'en' ? 'nameEn' : 'nameFr';
  const shown = new Set(['code', name, 'category', 'budget']);
  return all.filter(({ key }) => shown.has(key) || key.startsWith(`q${String(period)}`));
}

/** What is computed for each line of a budget, and beneath all of them. */
export type Computed = 'expected' | 'lapsing' | 'variance' | 'variancePercent';

function computedColumns(register: Register, period: Period): readonly Computed[] {
  if (register !== 'budget') return [];
  return period === 'year' ? ['expected', 'lapsing'] : ['variance', 'variancePercent'];
}

/** A column of the screen: one that is typed into, or one that is computed. */
export type GridColumn =
  | { readonly key: string; readonly column: FundingColumn }
  | { readonly key: Computed; readonly column: null };

/** A computed column comes right after the last amount that it is computed from. */
export function gridColumns(
  register: Register,
  period: Period,
  typed: readonly FundingColumn[],
): readonly GridColumn[] {
  const own = typed.map((column): GridColumn => ({ key: column.key, column }));
  const last = typed.findLastIndex(({ kind }) => kind === 'money') + 1;
  const others = computedColumns(register, period).map((key): GridColumn => ({ key, column: null }));
  return [...own.slice(0, last), ...others, ...own.slice(last)];
}

const cents = (cells: FundingCells, key: string): number | null => {
  const value = cells[key];
  return typeof value === 'number' ? value : null;
};

interface Spending {
  readonly forecast: number | null;
  readonly actual: number | null;
}

function quarterOfLine(cells: FundingCells, quarter: FiscalQuarter): Spending {
  const key = `q${String(quarter)}`;
  return { forecast: cents(cells, `${key}Forecast`), actual: cents(cells, `${key}Actual`) };
}

/** Money of a line or of a total, in cents. */
export interface Money {
  readonly expected: number | null;
  readonly lapsing: number | null;
  readonly variance: number | null;
  /** A share of the forecast. */
  readonly variancePercent: number | null;
  /** The variance passes both of its thresholds. */
  readonly isLarge: boolean;
}

function yearOf(cells: FundingCells): Pick<Money, 'expected' | 'lapsing'> {
  const quarters = quarterNumbers
    .map((each) => quarterOfLine(cells, each))
    .map(({ actual, forecast }) => actual ?? forecast);
  const expected = quarters.includes(null) ? null : sumKnown(quarters);
  const budget = cents(cells, 'budget');
  return { expected, lapsing: budget === null || expected === null ? null : budget - expected };
}

function compared({ forecast, actual }: Spending): Pick<Money, 'variance' | 'variancePercent' | 'isLarge'> {
  return {
    variance: varianceOf(forecast, actual),
    variancePercent: varianceShare(forecast, actual),
    isLarge: isLargeVariance(forecast, actual),
  };
}

export function moneyOf(cells: FundingCells, period: Period): Money {
  const spending = period === 'year' ? { forecast: null, actual: null } : quarterOfLine(cells, period);
  return { ...yearOf(cells), ...compared(spending) };
}

/** The totals of all lines. The variance is that of the lines whose forecast and actual are both known: others would shift it. */
export function totalMoney(lines: readonly FundingCells[], period: Period): Money {
  const years = lines.map(yearOf);
  const all = period === 'year' ? [] : lines.map((cells) => quarterOfLine(cells, period));
  const both = all.filter(({ forecast, actual }) => forecast !== null && actual !== null);
  const whole = (values: readonly (number | null)[]): number | null =>
    values.includes(null) ? null : sumKnown(values);
  return {
    expected: whole(years.map((each) => each.expected)),
    lapsing: whole(years.map((each) => each.lapsing)),
    ...compared({
      forecast: sumKnown(both.map((each) => each.forecast)),
      actual: sumKnown(both.map((each) => each.actual)),
    }),
  };
}

/** The sum of a column; null for one that is not added up. */
export function columnTotal(column: FundingColumn, lines: readonly FundingCells[]): number | null {
  return isNumeric(column) && column.isApart !== true ? sumKnown(lines.map((cells) => cents(cells, column.key))) : null;
}
