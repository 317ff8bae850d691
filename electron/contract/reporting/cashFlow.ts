import { sumKnown } from '../ground/amounts.ts';
import type { Bilingual } from '../ground/common.ts';
import { quarterNumbers, type FiscalQuarter } from '../ground/dates.ts';
import type { FundingCell } from './fundingCells.ts';

type Row = Readonly<Record<string, FundingCell | undefined>>;

/** The lines of a cash-flow statement, in their order. */
export const cashLines = [
  'opening',
  'forecast',
  'actual',
  'brought_forward',
  'advance_forecast',
  'advance',
  'payment',
  'balance',
  'claim',
  'unpaid',
  'carry_over',
] as const;
export type CashLine = (typeof cashLines)[number];

export const cashFlowTitle: Bilingual = {
  en: 'Cash flow and claim, in dollars',
  fr: 'Flux de trésorerie et demande de remboursement, en dollars',
};

/** Amounts in cents. Null: nothing was entered or it is unknown; a blank is never a zero. */
export type CashAmounts = Readonly<Record<CashLine, number | null>>;

export interface CashQuarter {
  readonly quarter: FiscalQuarter;
  readonly amounts: CashAmounts;
  /** Some line of the budget has no actual: its forecast is used in the balance, where there is one. */
  readonly isExpected: boolean;
}

export interface CashFlow {
  readonly quarters: readonly CashQuarter[];
  readonly year: CashAmounts;
}

const cents = (row: Row, key: string): number | null => {
  const value = row[key];
  return typeof value === 'number' ? value : null;
};

interface Spending {
  readonly forecast: number | null;
  readonly actual: number | null;
  /** Actuals, with forecasts where there is none; null where a line has neither. */
  readonly expected: number | null;
  readonly isExpected: boolean;
}

function spendingIn(lines: readonly Row[], quarter: FiscalQuarter): Spending {
  const key = `q${String(quarter)}`;
  const forecasts = lines.map((line) => cents(line, `${key}Forecast`));
  const actuals = lines.map((line) => cents(line, `${key}Actual`));
  const expected = actuals.map((actual, index) => actual ?? forecasts[index] ?? null);
  return {
    forecast: sumKnown(forecasts),
    actual: sumKnown(actuals),
    expected: expected.includes(null) ? null : (sumKnown(expected) ?? 0),
    isExpected: actuals.includes(null),
  };
}

function entered(entries: readonly Row[], quarter: FiscalQuarter, kind: string): number | null {
  const own = entries.filter((each) => each['quarter'] === `q${String(quarter)}` && each['kind'] === kind);
  return sumKnown(own.map((each) => cents(each, 'amount')));
}

/** Whether anything says how the money comes: without it what is short is not known to be. */
const saysHow: ReadonlySet<FundingCell | undefined> = new Set(['advance', 'advance_forecast', 'claim', 'payment']);

const orZero = (value: number | null): number => value ?? 0;

interface Standing {
  readonly balance: number | null;
  readonly unpaid: number;
}

/** An advance that was received, or the one expected in a quarter that is still to come. Null where the money comes by advances and neither is entered. */
function advanceIn(entries: readonly Row[], quarter: FiscalQuarter, isExpected: boolean): number | null {
  const received = entered(entries, quarter, 'advance');
  if (received !== null || !isExpected) return orZero(received);
  const comesByAdvances = entries.some(({ kind }) => kind === 'advance' || kind === 'advance_forecast');
  return comesByAdvances ? entered(entries, quarter, 'advance_forecast') : 0;
}

function quarterAfter(
  before: Standing,
  lines: readonly Row[],
  entries: readonly Row[],
  quarter: FiscalQuarter,
): CashQuarter {
  const { forecast, actual, expected, isExpected } = spendingIn(lines, quarter);
  const of = (kind: string): number | null => entered(entries, quarter, kind);
  const [brought, payment, claim] = [of('brought_forward'), of('payment'), of('claim')];
  const advanced = advanceIn(entries, quarter, isExpected);
  const came = advanced === null ? null : orZero(brought) + advanced + orZero(payment);
  const balance =
    before.balance === null || expected === null || came === null ? null : before.balance + came - expected;
  const isShortUnsaid = balance !== null && balance < 0 && !entries.some(({ kind }) => saysHow.has(kind));
  const amounts = {
    opening: before.balance,
    forecast,
    actual,
    brought_forward: brought,
    advance_forecast: of('advance_forecast'),
    advance: of('advance'),
    payment,
    balance: isShortUnsaid ? null : balance,
    claim,
    unpaid: before.unpaid + orZero(claim) - orZero(payment),
    carry_over: of('carry_over'),
  };
  return { quarter, amounts, isExpected };
}

/**
 * What came, what was spent and the balance at the end of each quarter of a fiscal year. Spending is the budget's own; what came and what
 * was claimed are the entries of the register. What is forecast of a quarter to come is its spending and its advance: from a quarter on of
 * which a line has neither actual nor forecast, or an advance is due and neither, no balance is known; nor is one below zero where nothing says
 * how the money comes.
 */
export function cashFlowOf(lines: readonly Row[], entries: readonly Row[]): CashFlow {
  const quarters: CashQuarter[] = [];
  let standing: Standing = { balance: 0, unpaid: 0 };
  for (const each of quarterNumbers) {
    const next = quarterAfter(standing, lines, entries, each);
    standing = { balance: next.amounts.balance, unpaid: orZero(next.amounts.unpaid) };
    quarters.push(next);
  }
  const sum = (line: CashLine): number | null => sumKnown(quarters.map(({ amounts }) => amounts[line]));
  return {
    quarters,
    year: {
      opening: 0,
      forecast: sum('forecast'),
      actual: sum('actual'),
      brought_forward: sum('brought_forward'),
      advance_forecast: sum('advance_forecast'),
      advance: sum('advance'),
      payment: sum('payment'),
      balance: standing.balance,
      claim: sum('claim'),
      unpaid: standing.unpaid,
      carry_over: sum('carry_over'),
    },
  };
}

/** F1 of a return, in cents, against the actual of the statement; null where either is not known. */
export function differenceFromF1(flow: CashFlow, quarter: FiscalQuarter, dollars: number | null): number | null {
  const actual = flow.quarters.find((each) => each.quarter === quarter)?.amounts.actual ?? null;
  return actual === null || dollars === null ? null : actual - Math.round(dollars * 100);
}
