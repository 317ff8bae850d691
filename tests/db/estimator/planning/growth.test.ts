import { describe, expect, it } from 'vitest';
import { at, mean } from '../../../../db/estimator/numbers.ts';
import { damping, noSeason } from '../../../../db/estimator/planning/levels.ts';
import { project } from '../../../../db/estimator/planning/project.ts';
import { noChange } from '../../../../db/estimator/planning/staff.ts';
import { simulatedBasis } from '../../../support/planned.ts';

const draws = 1500;
const simulated = simulatedBasis(6, draws);
const none = new Float64Array(draws);
const files = 1e6;

/** Nothing but growth moves the inflow: of a million files a month, whose counts are steady to a thousandth. */
const basis = {
  ...simulated,
  inflow: {
    ...simulated.inflow,
    ...{ season: noSeason, sharedGrowth: none, sharedWalk: none, sharedNoise: none, walk: none },
    size: none.map(() => 1e9),
    units: simulated.inflow.units.map(() => ({
      ...{ level: none.map(() => Math.log(files)), growth: none, proactiveShare: 0 },
    })),
  },
};
const [one, other] = basis.units.map(({ unitId }) => unitId) as [string, string];

/** log of a unit's inflow in a month against today's, by draw. */
function grown(ahead: number, growth: number | null = null, from = basis): [number[], number[]] {
  const { units } = project(from, [{ plan: { ...noChange, growth } }], 36, [one, other], [one, other]);
  const logs = (unitId: string): number[] =>
    Array.from({ length: draws }, (_, d) => Math.log(at(at(units.get(unitId)!, 0).inflow, d * 36 + ahead - 1) / files));
  return [logs(one), logs(other)];
}

/** Variance that a growth of a stationary deviation brings in so many months, known to be 0 now. */
function expected(deviation: number, ahead: number): number {
  const step = deviation ** 2 * (1 - damping ** 2);
  const months = Array.from({ length: ahead - 1 }, (_, k) => ((1 - damping ** (k + 1)) / (1 - damping)) ** 2);
  return months.reduce((sum, each) => sum + each * step, 0);
}
const covariance = (a: readonly number[], b: readonly number[]): number =>
  mean(a.map((value, d) => value * at(b, d))) - mean(a) * mean(b);

describe('the growth of the inflow in the months ahead', () => {
  it.each([12, 24, 36])('goes on changing as it was learned to, in part for all units alike: %i months', (ahead) => {
    const [a, b] = grown(ahead);
    const [shared, own] = [expected(0.01, ahead), expected(0.006, ahead)];
    expect(Math.abs(covariance(a, b) / shared - 1)).toBeLessThan(0.15);
    expect(Math.abs(covariance(a, a) / (shared + own) - 1)).toBeLessThan(0.15);
    expect(Math.abs(mean(a))).toBeLessThan(0.1 * Math.sqrt(shared));
  });

  it('comes beside months that are high or low for all units, and for themselves alone', () => {
    const noisy = { ...basis, inflow: { ...basis.inflow, sharedNoise: none.map(() => 0.1) } };
    const [[first, other], [second]] = [grown(1, 0, noisy), grown(2, 0, noisy)];
    expect(Math.abs(covariance(first, other) / 0.01 - 1)).toBeLessThan(0.15);
    expect(Math.abs(covariance(first, second))).toBeLessThan(0.001);
  });

  it('is as a plan sets it where it does, and no more than that', () => {
    const [a] = grown(36, 0.05);
    expect(Math.abs(mean(a) - 3 * Math.log(1.05))).toBeLessThan(0.001);
    expect(Math.sqrt(covariance(a, a))).toBeLessThan(0.01);
  });
});
