import { describe, expect, it } from 'vitest';
import { segmentedDesign } from '../../../../db/ground/analysis/interrupted/design.ts';
import { fitQuasiPoisson } from '../../../../db/ground/analysis/interrupted/quasiPoisson.ts';
import {
  luckFactor,
  smallSampleErrors,
  withSmallSample,
} from '../../../../db/ground/analysis/interrupted/smallSample.ts';
import { createRandom } from '../../../../db/ground/analysis/random.ts';
import { samplePoisson } from '../../../../db/ground/analysis/samplers.ts';

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
    return samplePoisson(random, Math.exp(4 + 0.004 * t - 0.1 * Number(t >= 36) + 0.15 * error));
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
    const found = smallSampleErrors(fit, y, design, months, createRandom(1, 'short series'), 99);
    if (distance <= found.criticalValues[step]! * found.standardErrors[step]!) short += 1;
    const error = Math.sqrt(fit.dispersion * fit.root[step]!.reduce((total, value) => total + value * value, 0));
    if (distance <= 1.959963984540054 * error) plain += 1;
  }
  return { short: short / replications, plain: plain / replications };
}

describe('errors of a short series', () => {
  it.each([
    [0, 0.9],
    [0.6, 0.83],
  ])('hold the true step about as often as they say where neighbours are correlated by %d', (rho, least) => {
    const { short, plain } = coverOf(rho, 100);
    // 98 and 91.5 % of 600 series: of 100, three standard errors less.
    expect(short).toBeGreaterThan(least);
    if (rho > 0) expect(plain).toBeLessThan(0.85);
  });

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
    const errors = () => smallSampleErrors(fit, y, columns, long, createRandom(1, 'short series'), 199);
    const found = errors();
    expect(found.criticalValues[1]).toBeLessThan(2.4);
    expect(Math.abs(found.autocorrelation)).toBeLessThan(0.15);
    expect(errors()).toEqual(found);
    const root = withSmallSample(fit, found).root;
    const variance = root[1]!.reduce((total, value) => total + value * value, 0);
    expect(variance).toBeCloseTo(found.covariance[1]![1]!, 10);
  });

  it('widen the luck of a total by what neighbours share', () => {
    expect(luckFactor([10, 10, 10], [0, 1, 2], 0)).toBe(1);
    // 3 + 2 x (0.5 + 0.5 + 0.25), over 3.
    expect(luckFactor([10, 10, 10], [0, 1, 2], 0.5)).toBeCloseTo(Math.sqrt(5.5 / 3), 12);
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
    return smallSampleErrors(fit, y, long, positions, createRandom(1, 'short series'), 2);
  };

  it('take memory and time by the rows, not by their square', () => {
    const { dispersion, standardErrors } = of(Array.from({ length: 10_000 }, (_, t) => t));
    expect(dispersion).toBeCloseTo(1, 1);
    expect(standardErrors[1]).toBeCloseTo(Math.sqrt(4 / 10_000 / 20), 3);
    expect(
      luckFactor(
        new Array<number>(10_000).fill(20),
        Array.from({ length: 10_000 }, (_, t) => t),
        0.5,
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
