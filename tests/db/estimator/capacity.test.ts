import { describe, expect, it } from 'vitest';
import { effectiveFte } from '../../../db/estimator/capacity.ts';
import { pearsonOverDispersion, predictiveOutflow, rateGivenMonths } from './closedForm.ts';

describe('a unit’s rate', () => {
  it('adds files to the shape and FTE to the rate, both divided by the over-dispersion', () => {
    expect(rateGivenMonths({ shape: 4, rate: 1 }, [10, 20], [2, 4])).toEqual({ shape: 34, rate: 7 });
    expect(rateGivenMonths({ shape: 4, rate: 1 }, [10, 20], [2, 4], 2)).toEqual({ shape: 19, rate: 4 });
    expect(() => rateGivenMonths({ shape: 4, rate: 1 }, [10], [2, 4])).toThrow(RangeError);
  });

  it('is over-dispersed by Pearson’s statistic, never below one', () => {
    // Rate 30 / 6 = 5: expected 10 and 20, X^2 = 16/10 + 16/20 = 2.4 on one degree of freedom.
    expect(pearsonOverDispersion([6, 24], [2, 4])).toBeCloseTo(2.4, 12);
    expect(pearsonOverDispersion([10, 20], [2, 4])).toBe(1);
    expect(pearsonOverDispersion([10], [2])).toBe(1);
    expect(pearsonOverDispersion([6, 24, 9], [2, 4, 0])).toBeCloseTo(2.4, 12);
  });

  it('predicts a month with its own uncertainty', () => {
    expect(predictiveOutflow({ shape: 45, rate: 13 }, 2)).toEqual({ mean: 90 / 13, size: 45 });
  });
});

describe('effective FTE', () => {
  const month = { base: 5, ramped: 2, fundedOvertime: 0.2 };

  it('adds funded staff by productivity and funded overtime in full', () => {
    expect(effectiveFte(month, 0.7, 0, 0.5)).toEqual({ withFunding: 6.6000000000000005, without: 5 });
  });

  it('keeps what would have been hired anyway in the world without', () => {
    expect(effectiveFte(month, 0.5, 0.5, 0.5)).toEqual({ withFunding: 6.2, without: 5.5 });
  });

  it('does not let harmful staff take more than the assumed share', () => {
    expect(effectiveFte(month, -4, 0, 0.5)).toEqual({ withFunding: 2.5, without: 5 });
  });

  it('credits the funded staff with the work where there are no others', () => {
    const alone = effectiveFte({ base: 0, ramped: 2, fundedOvertime: 0 }, -0.3, 0.25, 0.5);
    expect(alone.withFunding).toBeGreaterThan(0);
    expect(alone.without / alone.withFunding).toBeCloseTo(0.25, 12);
  });
});
