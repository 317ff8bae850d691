import { describe, expect, it } from 'vitest';
import { segmentedDesign } from '../../../db/estimator/interrupted/design.ts';
import { fitQuasiPoisson } from '../../../db/estimator/interrupted/quasiPoisson.ts';
import { luckFactor, smallSampleErrors, withSmallSample } from '../../../db/estimator/interrupted/smallSample.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import { samplePoisson } from '../../../db/estimator/samplers.ts';
import { isWhole } from '../../support/whole.ts';

const length = 60;
const months = Array.from({ length }, (_, t) => t);
const { design, terms } = segmentedDesign(length, {
  trend: months,
  step: months.map((t) => Number(t >= 36)),
  slopeChange: null,
  season: { position: months, period: 12, harmonics: 1 },
});
const step = terms.indexOf('step');
const zeros = months.map(() => 0);

/** Counts with a step of -0.1, whose log means hang together from month to month. */
function series(rho: number, seed: number): number[] {
  const random = createRandom(seed, `series ${rho}`);
  let error = random.normal();
  return months.map((t) => {
    if (t > 0) error = rho * error + Math.sqrt(1 - rho * rho) * random.normal();
    return samplePoisson(random, Math.exp(3.2 + 0.004 * t - 0.1 * Number(t >= 36) + 0.2 * error));
  });
}

/** How often an interval of so many standard errors to either side holds the true step. */
function coverOf(rho: number, replications: number): { short: number; plain: number } {
  let [short, plain] = [0, 0];
  for (let seed = 1; seed <= replications; seed += 1) {
    const y = series(rho, seed);
    const fit = fitQuasiPoisson(y, design, zeros);
    if (fit.status === 'failed') throw new Error(fit.reason);
    const distance = Math.abs(fit.coefficients[step]! + 0.1);
    const found = smallSampleErrors(fit, y, design, months);
    if (distance <= found.criticalValues[step]! * found.standardErrors[step]!) short += 1;
    const error = Math.sqrt(fit.dispersion * fit.root[step]!.reduce((total, value) => total + value * value, 0));
    if (distance <= 1.959963984540054 * error) plain += 1;
  }
  return { short: short / replications, plain: plain / replications };
}

describe('errors of a short series', () => {
  it.each(isWhole ? [0, 0.6, 0.8] : [0.8])(
    'hold the true step as often as they say where neighbours are correlated by %d',
    (rho) => {
      const { short, plain } = coverOf(rho, 150);
      // Two standard errors of a share of 95 % in 150 less.
      expect(short).toBeGreaterThan(0.91);
      if (rho > 0) expect(plain).toBeLessThan(0.85);
    },
  );

  it('are those of the model for a long series of independent counts, and the same every time', () => {
    const long = Array.from({ length: 240 }, (_, t) => t);
    const random = createRandom(4, 'long');
    const y = long.map(() => samplePoisson(random, 50));
    const columns = long.map((t) => [1, Number(t >= 120)]);
    const fit = fitQuasiPoisson(
      y,
      columns,
      long.map(() => 0),
    );
    if (fit.status === 'failed') throw new Error(fit.reason);
    const errors = () => smallSampleErrors(fit, y, columns, long);
    const found = errors();
    expect(found.criticalValues[1]).toBeLessThan(2.4);
    expect(Math.abs(found.autocorrelation)).toBeLessThan(0.15);
    expect(errors()).toEqual(found);
    const root = withSmallSample(fit, found).root;
    const variance = root[1]!.reduce((total, value) => total + value * value, 0);
    expect(variance).toBeCloseTo(found.covariance[1]![1]!, 10);
  });

  it('tell what hangs together from the luck of counts, which hides how long it lasts', () => {
    const long = Array.from({ length: 2000 }, (_, t) => t);
    const random = createRandom(5, 'luck');
    let error = random.normal();
    const y = long.map(() => {
      error = 0.8 * error + 0.6 * random.normal();
      return samplePoisson(random, Math.exp(Math.log(25) + 0.2 * error));
    });
    const columns = long.map(() => [1]);
    const fit = fitQuasiPoisson(
      y,
      columns,
      long.map(() => 0),
    );
    if (fit.status === 'failed') throw new Error(fit.reason);
    const { standardErrors, dispersion } = smallSampleErrors(fit, y, columns, long);
    const wider = standardErrors[0]! ** 2 / (dispersion / y.reduce((total, count) => total + count, 0));
    // Half of the variance is luck; of the other half 1 + 2 x (0.8 + 0.64 + ...) = 9 times. An AR(1) of 0.4 would make it 2.3.
    expect(wider).toBeGreaterThan(0.7 * 5);
    expect(wider).toBeLessThan(1.4 * 5);
  });

  it('widen the luck of a total by what neighbours share', () => {
    expect(luckFactor([10, 10, 10], [0, 1, 2], [])).toBe(1);
    // 3 + 2 x (0.5 + 0.5 + 0.25), over 3; half of it where half of the variance is each period's own.
    expect(luckFactor([10, 10, 10], [0, 1, 2], [{ rho: 0.5, share: 1 }])).toBeCloseTo(Math.sqrt(5.5 / 3), 12);
    expect(luckFactor([10, 10, 10], [0, 1, 2], [{ rho: 0.5, share: 0.5 }])).toBeCloseTo(Math.sqrt(4.25 / 3), 12);
  });
});

describe('errors of a series that is long, or has a wide gap', () => {
  const of = (positions: readonly number[]) => {
    const size = positions.length;
    const long = segmentedDesign(size, {
      trend: null,
      step: positions.map((_, i) => Number(i >= size / 2)),
      slopeChange: null,
      season: null,
    }).design;
    const random = createRandom(3, 'long');
    const y = positions.map(() => samplePoisson(random, 20));
    const fit = fitQuasiPoisson(
      y,
      long,
      positions.map(() => 0),
    );
    if (fit.status === 'failed') throw new Error(fit.reason);
    return smallSampleErrors(fit, y, long, positions);
  };

  it('take memory and time by the rows, not by their square', () => {
    const { dispersion, standardErrors } = of(Array.from({ length: 10_000 }, (_, t) => t));
    expect(dispersion).toBeCloseTo(1, 1);
    expect(standardErrors[1]).toBeCloseTo(Math.sqrt(4 / 10_000 / 20), 3);
    expect(
      luckFactor(
        new Array<number>(10_000).fill(20),
        Array.from({ length: 10_000 }, (_, t) => t),
        [{ rho: 0.5, share: 1 }],
      ),
    ).toBeCloseTo(Math.sqrt(3), 3);
  });

  it('take no time for the periods between', () => {
    const near = [1, 2, 3, 4, 5, 6, 7, 8];
    const far = of([...near, ...near.map((t) => t + 1e15)]);
    const apart = of([...near, ...near.map((t) => t + 2000)]);
    expect(far).toEqual(apart);
  });
});
