import { describe, expect, it } from 'vitest';
import { aggregateByEvent } from '../../../db/estimator/staggered/aggregate.ts';
import { estimateGroupTimes } from '../../../db/estimator/staggered/groupTime.ts';
import type { StaggeredPanel } from '../../../db/estimator/staggered/panel.ts';
import { fTail, noncentralFTail, noncentralityFound80 } from '../../../db/estimator/staggered/noncentral.ts';
import { preTrendPower, relativeBound } from '../../../db/estimator/staggered/relativeBound.ts';
import { studentQuantile, studentTail } from '../../../db/estimator/distributions.ts';
import { smallError } from '../../../db/estimator/staggered/smallSample.ts';
import { z975 } from '../../../db/estimator/numbers.ts';
import { createRandom } from '../../../db/estimator/random.ts';

const periods = [1, 2, 3, 4, 5, 6];

/** Units treated from period 4 on by 2, after a trend of `slope` a period against the controls. */
function panel(treated: number, controls: number, slope: number, deviation: number, seed = 1): StaggeredPanel {
  const random = createRandom(seed, 'bound');
  const cohorts = [...Array.from({ length: treated }, () => 4), ...Array.from({ length: controls }, () => Infinity)];
  const outcomes = periods.map((period) =>
    Float64Array.from(cohorts, (cohort) => {
      const effect = cohort === 4 ? slope * period + (period >= 4 ? 2 : 0) : 0;
      return effect + deviation * random.normal();
    }),
  );
  return { periods, cohorts, outcomes };
}
const series = (of: StaggeredPanel) => aggregateByEvent(estimateGroupTimes(of, 'never'), of.cohorts);

const powerOf = (of: StaggeredPanel) => preTrendPower(series(of), of.cohorts);

describe('how strong a departure from parallel trends an effect bears', () => {
  it('is the effect over what the largest step before adds up to, by hand', () => {
    const one = panel(4, 5, 0.1, 0);
    const { largestBefore, bounds, breakdown } = relativeBound(series(one), one.cohorts)!;
    expect(largestBefore).toBeCloseTo(0.1, 12);
    // Events 0, 1 and 2: the trend itself puts (1 + 2 + 3) / 3 = 2 steps into the mean, which is 2 + 0.2.
    const [none, , whole] = bounds;
    expect(none!.set).toEqual([expect.closeTo(2.2, 10), expect.closeTo(2.2, 10)]);
    expect(whole!.set).toEqual([expect.closeTo(2.0, 10), expect.closeTo(2.4, 10)]);
    expect(breakdown.estimated).toBeCloseTo(2.2 / 0.2, 9);
    // Nothing moves by chance here, so that nothing can be said of chance.
    expect(breakdown.interval).toBeNull();
  });

  it('is less once the errors of both are counted, and has no answer without a period before', () => {
    const one = panel(6, 8, 0, 0.3);
    const found = relativeBound(series(one), one.cohorts)!;
    expect(found.breakdown.interval).toBeLessThan(found.breakdown.estimated!);
    const widths = found.bounds.map(({ interval }) => interval![1] - interval![0]);
    expect([...widths].sort((a, b) => a - b)).toEqual(widths);
    const late = { ...one, periods: [3, 4, 5], outcomes: one.outcomes.slice(2, 5) };
    expect(relativeBound(series(late), late.cohorts)).toBeNull();
    expect(preTrendPower(series(late), late.cohorts)).toBeNull();
  });
});

describe('the power of the test before the treatment', () => {
  it('finds a trend as large as it says in about 8 of 10 samples', () => {
    const { slopeFound80, degreesOfFreedom, biasOfThatSlope } = powerOf(panel(80, 80, 0, 0.5))!;
    expect([degreesOfFreedom, biasOfThatSlope! / slopeFound80!]).toEqual([2, expect.closeTo(2, 10)]);
    let found = 0;
    for (let seed = 0; seed < 150; seed += 1)
      if (powerOf(panel(80, 80, slopeFound80!, 0.5, seed))!.p < 0.05) found += 1;
    // Four standard errors of a share of 80 % in 150.
    expect(Math.abs(found / 150 - 0.8)).toBeLessThan(0.13);
  });
});

describe('the power of the test, with few units', () => {
  /** Share of 200 panels with this trend in which the test finds it. */
  function foundIn(treated: number, controls: number, slope: number): number {
    let found = 0;
    for (let seed = 0; seed < 200; seed += 1)
      if (powerOf(panel(treated, controls, slope, 0.5, 1000 + seed))!.p < 0.05) found += 1;
    return found / 200;
  }

  it.each([
    [6, 8],
    [3, 3],
    [20, 20],
  ])('is what it says of the middle panel: %i treated units and %i controls', (treated, controls) => {
    const slopes = Array.from({ length: 101 }, (_, seed) => powerOf(panel(treated, controls, 0, 0.5, seed))!);
    const middle = slopes.map(({ slopeFound80 }) => slopeFound80!).sort((one, other) => one - other)[50]!;
    // Three standard errors of a share of 80 % in 200.
    expect(Math.abs(foundIn(treated, controls, middle) - 0.8)).toBeLessThan(0.085);
  });

  it('follows the noncentral law of Fisher', () => {
    // Of SciPy (scipy.stats.ncf, f).
    expect(fTail(3, [2, 10])).toBeCloseTo(0.09536743164062, 12);
    expect(noncentralFTail(3, [2, 10], 0)).toBeCloseTo(fTail(3, [2, 10]), 14);
    expect(noncentralFTail(3, [2, 10], 5)).toBeCloseTo(0.52777079911787, 10);
    expect(noncentralFTail(4.5, [4, 8], 20)).toBeCloseTo(0.6907773823866, 10);
    expect(noncentralityFound80([4, 8])).toBeCloseTo(21.35050428, 6);
    expect(noncentralityFound80([3, 155])).toBeCloseTo(11.18118508, 6);
    expect(noncentralityFound80([9, 1])).toBeNull();
  });
});

describe('the test before the treatment, with few units', () => {
  it('finds a trend that is not there in 5 of 100 samples', () => {
    let found = 0;
    for (let seed = 0; seed < 600; seed += 1) if (powerOf(panel(5, 6, 0, 1, seed))!.p < 0.05) found += 1;
    // Four standard errors of a share of 5 % in 600.
    expect(Math.abs(found / 600 - 0.05)).toBeLessThan(0.036);
    expect(powerOf(panel(2, 1, 0, 1))).toBeNull();
  });
});

describe('errors with few units', () => {
  it('count a cohort of one among the controls that are not yet treated', () => {
    const one = panel(3, 4, 0, 1);
    const cohorts = one.cohorts.map((cohort, unit) => (unit === 6 ? 6 : cohort));
    const [first] = estimateGroupTimes({ ...one, cohorts }, 'notYet');
    const known = smallError(first!, cohorts)!;
    const influence = first!.influence.map((value, unit) => (unit === 6 ? 0 : value));
    expect(known.standardError).toBeGreaterThan(smallError({ ...first!, influence }, cohorts)!.standardError);
  });

  it('are those of two samples by hand, with the degrees of freedom of Welch', () => {
    const one = panel(3, 4, 0, 1);
    const [first] = estimateGroupTimes(one, 'never');
    const { standardError, degreesOfFreedom } = smallError(first!, one.cohorts)!;
    const changes = one.cohorts.map((_, unit) => one.outcomes[1]![unit]! - one.outcomes[0]![unit]!);
    const variance = (values: readonly number[]): number => {
      const centre = values.reduce((a, b) => a + b, 0) / values.length;
      return values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1) / values.length;
    };
    const [a, b] = [variance(changes.slice(0, 3)), variance(changes.slice(3))];
    expect(standardError).toBeCloseTo(Math.sqrt(a + b), 12);
    expect(degreesOfFreedom).toBeCloseTo((a + b) ** 2 / (a ** 2 / 2 + b ** 2 / 3), 9);
    const lonely = panel(1, 4, 0, 1);
    expect(smallError(estimateGroupTimes(lonely, 'never')[0]!, lonely.cohorts)).toBeNull();
  });

  it('have the quantiles of Student’s law', () => {
    expect(studentQuantile(0.05, 5)).toBeCloseTo(2.570581835636, 9);
    expect(studentTail(studentQuantile(0.2, 3), 3)).toBeCloseTo(0.2, 12);
    expect(studentQuantile(0.05, 1e7)).toBeCloseTo(z975, 5);
  });
});
