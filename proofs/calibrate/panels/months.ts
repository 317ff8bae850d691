import { at, mean } from '../../../db/estimator/numbers.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import { monthsOfYear, priors } from '../../../db/estimator/sampler/state.ts';
import { design, isShocked } from './exogenous.ts';
import type { Parameters } from './parameters.ts';
import type { Scenario } from './scenarios.ts';

function centred(values: readonly number[]): number[] {
  const centre = mean(values);
  return values.map((value) => value - centre);
}

/**
 * The months' common factors on capacity: a walk with a drift, a season, the month's own chance, and what the scenario adds. Source: Vigie method
 * note, section 6.
 */
export function drawMonthEffects(seed: number, scenario: Scenario, { walkDeviation, drift }: Parameters): number[] {
  const steps = createRandom(seed, 'walk');
  const seasons = createRandom(seed, 'season');
  const own = createRandom(seed, 'months');
  const months = Array.from({ length: design.months }, (_, t) => t);
  let position = 0;
  const walk = centred(months.map(() => (position += walkDeviation * steps.normal())));
  const season = centred(Array.from({ length: monthsOfYear }, () => priors.seasonDeviation * seasons.normal()));
  const middle = (design.months - 1) / 2;
  return months.map((t) => {
    const expected = at(walk, t) + at(season, t % monthsOfYear) + drift * (t - middle);
    const dip = isShocked(t) ? (scenario.shock?.capacity ?? 1) : 1;
    return dip * Math.exp(expected + priors.monthNoise * own.normal());
  });
}
