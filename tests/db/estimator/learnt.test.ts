import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { normalQuantile } from '../../../db/estimator/distributions.ts';
import { estimateUnits, type EstimatedUnit } from '../../../db/estimator/estimate.ts';
import { learntOfMean, learntOfUnit } from '../../../db/estimator/learnt.ts';
import { defaultSimulation, simulatePanels } from '../../../db/estimator/simulate.ts';
import { summarise } from '../../../db/estimator/summary.ts';
import { isWhole } from '../../support/whole.ts';

/** Draws of a normal law by its quantiles. */
function normalDraws(mean: number, deviation: number): number[] {
  return Array.from({ length: 2000 }, (_, k) => mean + deviation * normalQuantile((k + 0.5) / 2000));
}

describe('what the prior weighs in a productivity', () => {
  it('is its share of the precision, as where both laws are normal', () => {
    const { mean, deviation } = defaultAssumptions.relativeProductivity;
    const data = { mean: 1.3, deviation: 0.4 };
    const precision = 1 / deviation ** 2 + 1 / data.deviation ** 2;
    const weight = 1 / deviation ** 2 / precision;
    const after = normalDraws(weight * mean + (1 - weight) * data.mean, Math.sqrt(1 / precision));
    expect(learntOfMean(summarise(after), defaultAssumptions).priorWeight).toBeCloseTo(weight, 2);
  });

  it('is all where the data say nothing, for the mean and for a unit, which differs from it', () => {
    const { mean, deviation } = defaultAssumptions.relativeProductivity;
    expect(learntOfMean(summarise(normalDraws(mean, deviation)), defaultAssumptions).priorWeight).toBeCloseTo(1, 2);
    const own = Math.hypot(deviation, defaultAssumptions.productivitySpread);
    expect(learntOfUnit(summarise(normalDraws(mean, own)), defaultAssumptions).priorWeight).toBeCloseTo(1, 2);
  });

  it.runIf(isWhole)('falls as units are added: two funded units say less than ten', () => {
    const weights = (units: number, funded: number): number[] => {
      const panels = simulatePanels({ ...defaultSimulation, units, funded, seed: 6 }).map(({ panel }) => panel);
      const { units: found } = estimateUnits(panels, defaultAssumptions, {
        seed: 3,
        chains: 2,
        sweeps: 600,
        burnIn: 200,
      });
      return found
        .filter((each): each is EstimatedUnit => each.status === 'estimated')
        .flatMap(({ facts }) => facts.priorWeight ?? []);
    };
    const mean = (values: number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
    const [few, many] = [weights(5, 2), weights(14, 10)];
    expect([few.length, many.length]).toEqual([2, 10]);
    expect(mean(many)).toBeLessThan(mean(few));
  });
});
