import { gammaQuantile } from '../distributions.ts';
import { smallError, studentQuantile, studentTail } from './smallSample.ts';
import { at, quantileOfSorted } from '../numbers.ts';
import { createRandom } from '../random.ts';
import type { Estimate } from './groupTime.ts';

export type BootstrapSettings = {
  /** At least 100. */
  readonly draws: number;
  /** Whole number from 0 to 2^32 - 1. */
  readonly seed: number;
  /** Coverage of all estimates of a series together, above 0 and below 1. */
  readonly level: number;
};

export type Band = { readonly standardError: number; readonly lower: number; readonly upper: number };
export type UniformBand = { readonly criticalValue: number; readonly bands: readonly Band[] };

/** Distance between the quartiles of the standard normal distribution: turns a distance between quartiles into a standard deviation. */
const normalQuartiles = 1.3489795003921634;

/** For each estimate its bootstrap deviations: means of the influence under random signs. */
function drawDeviations(estimates: readonly Estimate[], settings: BootstrapSettings): readonly Float64Array[] {
  const random = createRandom(settings.seed, 'multiplier bootstrap');
  const units = estimates[0]?.influence.length ?? 0;
  const signs = new Float64Array(units);
  const deviations = estimates.map(() => new Float64Array(settings.draws));
  for (let draw = 0; draw < settings.draws; draw += 1) {
    for (let unit = 0; unit < units; unit += 1) signs[unit] = random.uniform() < 0.5 ? -1 : 1;
    estimates.forEach(({ influence }, k) => {
      let total = 0;
      for (let unit = 0; unit < units; unit += 1) total += (signs[unit] ?? 0) * (influence[unit] ?? 0);
      at(deviations, k)[draw] = total / units;
    });
  }
  return deviations;
}

function spread(deviations: Float64Array): number {
  const sorted = deviations.slice().sort();
  return (quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25)) / normalQuartiles;
}

/**
 * Bands that hold all estimates of a series at once, by the multiplier bootstrap: the influence of each unit gets a random sign
 * (Rademacher weights), and the critical value is the quantile of the largest standardised deviation. Standard errors come from the
 * quartiles of the draws. An estimate without spread (its influence is 0) has no part in the critical value, which with few units can come out
 * below that of a single estimate and is then set to it.
 * With `cohorts` the errors are those that hold with few units, and each band goes as far out as Student's law asks with its degrees of freedom.
 * Source: Callaway and Sant'Anna (2021), algorithm 1.
 * @throws RangeError for fewer than 100 draws or a level outside 0 to 1
 */
export function uniformBand(
  estimates: readonly Estimate[],
  settings: BootstrapSettings,
  cohorts: readonly number[] | null = null,
): UniformBand {
  const { draws, level } = settings;
  if (!Number.isInteger(draws) || draws < 100) throw new RangeError('A bootstrap needs at least 100 draws.');
  if (!(level > 0 && level < 1)) throw new RangeError('A level lies between 0 and 1.');
  const deviations = drawDeviations(estimates, settings);
  const spreads = deviations.map(spread);
  const largest = Float64Array.from({ length: draws }, (_, draw) =>
    deviations.reduce((most, values, k) => {
      const scale = at(spreads, k);
      return scale > 0 ? Math.max(most, Math.abs(at(values, draw)) / scale) : most;
    }, 0),
  );
  // The square of a standard normal deviation is Gamma(1/2, 1/2).
  const criticalValue = Math.max(
    quantileOfSorted(largest.sort(), level),
    Math.sqrt(gammaQuantile(level, 1 / 2, 1 / 2)),
  );
  // The tail that the critical value leaves a normal law; a law of few degrees of freedom has to go further out for it.
  const tail = studentTail(criticalValue, 1e7);
  const bands = estimates.map((estimate, k) => {
    const small = cohorts && smallError(estimate, cohorts);
    const standardError = small?.standardError ?? at(spreads, k);
    const critical = small ? Math.max(criticalValue, studentQuantile(tail, small.degreesOfFreedom)) : criticalValue;
    return {
      standardError,
      lower: estimate.att - critical * standardError,
      upper: estimate.att + critical * standardError,
    };
  });
  return { criticalValue, bands };
}
