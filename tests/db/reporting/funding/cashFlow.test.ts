import { describe, expect, it } from 'vitest';
import { cashFlowOf, differenceFromF1, type CashLine } from '#contract/reporting/cashFlow';
import type { FiscalQuarter } from '#contract/ground/dates';

const line = (...quarters: readonly (readonly [forecast: number | null, actual: number | null])[]) =>
  Object.fromEntries(
    quarters.flatMap(([forecast, actual], index) => [
      [`q${String(index + 1)}Forecast`, forecast],
      [`q${String(index + 1)}Actual`, actual],
    ]),
  );
const entry = (quarter: number, kind: string, amount: number) => ({ quarter: `q${String(quarter)}`, kind, amount });

const lines = [line([100, 90], [100, 120], [100, null], [100, null]), line([50, 50], [50, 40], [50, 30], [50, null])];
const entries = [
  entry(1, 'brought_forward', 20),
  entry(1, 'advance', 150),
  entry(2, 'advance', 100),
  entry(2, 'advance', 10),
  entry(3, 'advance_forecast', 130),
  entry(4, 'advance_forecast', 120),
  entry(2, 'claim', 60),
  entry(3, 'payment', 45),
  entry(4, 'carry_over', 25),
];
const row = (flow: ReturnType<typeof cashFlowOf>, name: CashLine) => [
  ...flow.quarters.map(({ amounts }) => amounts[name]),
  flow.year[name],
];

describe('a cash flow', () => {
  const flow = cashFlowOf(lines, entries);

  it('balances: what stood, plus what came, less what was spent', () => {
    expect(row(flow, 'opening')).toEqual([0, 30, -20, 25, 0]);
    expect(row(flow, 'balance')).toEqual([30, -20, 25, -5, -5]);
    for (const { amounts, isExpected } of flow.quarters.slice(0, 2)) {
      const came = (amounts.brought_forward ?? 0) + (amounts.advance ?? 0) + (amounts.payment ?? 0);
      expect(amounts.balance).toBe((amounts.opening ?? 0) + came - (amounts.actual ?? 0));
      expect(isExpected).toBe(false);
    }
  });

  it('spends what was forecast where there is no actual, and says so', () => {
    expect(flow.quarters.map(({ isExpected }) => isExpected)).toEqual([false, false, true, true]);
    expect(row(flow, 'actual')).toEqual([140, 160, 30, null, 330]);
    expect(row(flow, 'forecast')).toEqual([150, 150, 150, 150, 600]);
  });

  it('expects advances as it does spending: what was received stands in place of what was expected', () => {
    expect(row(flow, 'advance_forecast')).toEqual([null, null, 130, 120, 250]);
    const received = cashFlowOf(lines, [...entries, entry(3, 'advance', 90)]);
    expect(row(received, 'balance')).toEqual([30, -20, -15, -45, -45]);
  });

  it('tells no balance where an advance is due of which nothing is known, and one of money that comes by claims', () => {
    const received = entries.filter(({ kind }) => kind !== 'advance_forecast');
    expect(row(cashFlowOf(lines, received), 'balance')).toEqual([30, -20, null, null, null]);
    const claims = entries.filter(({ kind }) => !kind.startsWith('advance'));
    expect(row(cashFlowOf(lines, claims), 'balance')).toEqual([-120, -280, -365, -515, -515]);
  });

  it('is never short of money of which nobody entered how it comes', () => {
    const spent = [line([100, 90], [100, null], [100, null], [100, null])];
    expect(row(cashFlowOf(spent, []), 'balance')).toEqual([null, null, null, null, null]);
    const brought = [entry(1, 'brought_forward', 200)];
    expect(row(cashFlowOf(spent, brought), 'balance')).toEqual([110, 10, null, null, null]);
    const claimed = [...brought, entry(1, 'claim', 90)];
    expect(row(cashFlowOf(spent, claimed), 'balance')).toEqual([110, 10, -90, -190, -190]);
  });

  it('tells a blank from a zero, and what was claimed from what was paid', () => {
    expect(row(flow, 'advance')).toEqual([150, 110, null, null, 260]);
    expect(row(flow, 'claim')).toEqual([null, 60, null, null, 60]);
    expect(row(flow, 'unpaid')).toEqual([0, 60, 15, 15, 15]);
    expect(row(flow, 'carry_over')).toEqual([null, null, null, 25, 25]);
  });

  it('knows no balance from the first quarter on of which a line says nothing', () => {
    const claims = [entry(1, 'claim', 90)];
    const blank = cashFlowOf([line([100, 90], [null, null], [100, 100], [100, 100])], claims);
    expect(row(blank, 'balance')).toEqual([-90, null, null, null, null]);
    expect(row(blank, 'opening')).toEqual([0, -90, null, null, 0]);
  });

  it('is held against what the return reports', () => {
    expect(differenceFromF1(flow, 2 as FiscalQuarter, 1.6)).toBe(0);
    expect(differenceFromF1(flow, 2 as FiscalQuarter, 1.5)).toBe(10);
    expect(differenceFromF1(flow, 4 as FiscalQuarter, 1.5)).toBeNull();
    expect(differenceFromF1(flow, 2 as FiscalQuarter, null)).toBeNull();
  });
});
