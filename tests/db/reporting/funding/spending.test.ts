import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isLargeVariance, outlookOf, varianceOf, varianceShare, type YearOfLine } from '#contract/reporting/spending';

const quarter = (forecast: number | null, actual: number | null) => ({ forecast, actual });

describe('a variance', () => {
  it.each([
    ['overspent', 1_000_000, 1_200_000, 200_000, 0.2, true],
    ['underspent', 1_000_000, 700_000, -300_000, -0.3, true],
    ['exactly a tenth', 1_000_000, 1_100_000, 100_000, 0.1, false],
    ['large in share, small in dollars', 10_000, 90_000, 80_000, 8, false],
    ['large in dollars, small in share', 100_000_000, 100_500_000, 500_000, 0.005, false],
    ['spent without a forecast of any', 0, 100_000, 100_000, null, true],
    ['not known yet', 1_000_000, null, null, null, false],
    ['never forecast', null, 5, null, null, false],
  ])('%s', (_name, forecast, actual, variance, share, large) => {
    expect([varianceOf(forecast, actual), varianceShare(forecast, actual), isLargeVariance(forecast, actual)]).toEqual([
      variance,
      share,
      large,
    ]);
  });
});

describe('what a year will have cost', () => {
  test('takes actuals where they are known and forecasts for the rest', () => {
    const line = {
      budget: 1000,
      quarters: [quarter(250, 300), quarter(250, 200), quarter(240, null), quarter(200, null)],
    };
    expect(outlookOf([line])).toEqual({ budget: 1000, spent: 500, stillForecast: 440, lapsing: 60, incomplete: 0 });
  });

  test('says that a line is incomplete rather than take it for nothing', () => {
    const whole = {
      budget: 1000,
      quarters: [quarter(250, 250), quarter(1, 250), quarter(250, null), quarter(250, null)],
    };
    const gap = {
      budget: 1000,
      quarters: [quarter(250, 300), quarter(null, null), quarter(0, null), quarter(0, null)],
    };
    expect(outlookOf([whole, gap])).toEqual({
      budget: 2000,
      spent: 800,
      stillForecast: 500,
      lapsing: null,
      incomplete: 1,
    });
    expect(outlookOf([])).toEqual({ budget: null, spent: null, stillForecast: null, lapsing: null, incomplete: 0 });
  });

  test('balances: what is spent, still forecast and lapsing is the budget', () => {
    const cents = fc.integer({ min: 0, max: 100_000_000 });
    const line: fc.Arbitrary<YearOfLine> = fc.record({
      budget: cents,
      quarters: fc.array(fc.record({ forecast: cents, actual: fc.option(cents) }), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const { budget, spent, stillForecast, lapsing } = outlookOf(lines);
        expect((spent ?? 0) + (stillForecast ?? 0) + (lapsing ?? 0)).toBe(budget);
      }),
    );
  });
});
