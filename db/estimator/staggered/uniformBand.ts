import { gammaQuantile, studentQuantile, studentTail } from '../distributions.ts';
import { freedInfluence, smallError, type SmallError } from './smallSample.ts';
import { at, quantileOfSorted, sum } from '../numbers.ts';
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
/** One band for each estimate; null where nothing says how far it moves by chance. */
export type UniformBand = { readonly criticalValue: number; readonly bands: readonly (Band | null)[] };

/** Degrees of freedom at which Student's law is the normal one. */
const manyUnits = 1e7;

/** An estimate whose error is known: each unit's part in it, with squares that add up to 1. */
type Known = SmallError & { readonly parts: Float64Array };

function knownOf(estimate: Estimate, cohorts: readonly number[]): Known | null {
  const error = smallError(estimate, cohorts);
  if (error === null) return null;
  const length = error.standardError * cohorts.length;
  return { ...error, parts: freedInfluence(estimate, cohorts).map((value) => value / length) };
}

function correlation(one: Known, other: Known): number {
  let total = 0;
  for (let unit = 0; unit < one.parts.length; unit += 1) total += at(one.parts, unit) * at(other.parts, unit);
  return total;
}

/**
 * Share of the correlations between estimates that is taken for chance: their sampling variance over their squares. A few units make
 * estimates look as if they always erred together, and a band that believes it is too narrow.
 * Source: Schäfer and Strimmer, Statistical Applications in Genetics and Molecular Biology 4 (2005), with the variance of normal data.
 */
function shrinkage(known: readonly Known[]): number {
  const pairs = known.flatMap((one, k) =>
    known.slice(0, k).map((other) => {
      const square = Math.min(1, correlation(one, other) ** 2);
      return { square, variance: (1 - square) ** 2 / Math.min(one.degreesOfFreedom, other.degreesOfFreedom) };
    }),
  );
  const squares = sum(pairs.map(({ square }) => square));
  return squares > 0 ? Math.min(1, sum(pairs.map(({ variance }) => variance)) / squares) : 0;
}

/** The largest standardised deviation of each draw, ascending. */
function drawLargest(known: readonly Known[], { draws, seed }: BootstrapSettings): Float64Array {
  const random = createRandom(seed, 'multiplier bootstrap');
  const share = shrinkage(known);
  const [common, own] = [Math.sqrt(1 - share), Math.sqrt(share)];
  const weights = new Float64Array(known[0]?.parts.length ?? 0);
  return Float64Array.from({ length: draws }, () => {
    for (let unit = 0; unit < weights.length; unit += 1) weights[unit] = random.normal();
    return known.reduce((most, { parts }) => {
      let total = 0;
      for (let unit = 0; unit < weights.length; unit += 1) total += (weights[unit] ?? 0) * (parts[unit] ?? 0);
      return Math.max(most, Math.abs(common * total + own * random.normal()));
    }, 0);
  }).sort();
}

/**
 * Bands that hold all estimates of a series at once, by the multiplier bootstrap: the influence of each unit gets a normal weight, and the
 * critical value is the quantile of the largest standardised deviation, never below that of a single estimate. With few units the correlations
 * of the estimates count only as far as they are known, and each band goes as far out as Student's law asks with its degrees of freedom: with
 * many this is Callaway and Sant'Anna's algorithm.
 * Source: Callaway and Sant'Anna (2021), algorithm 1.
 * @param cohorts of the panel's units
 * @throws RangeError for fewer than 100 draws or a level outside 0 to 1
 */
export function uniformBand(
  estimates: readonly Estimate[],
  settings: BootstrapSettings,
  cohorts: readonly number[],
): UniformBand {
  const { draws, level } = settings;
  if (!Number.isInteger(draws) || draws < 100) throw new RangeError('A bootstrap needs at least 100 draws.');
  if (!(level > 0 && level < 1)) throw new RangeError('A level lies between 0 and 1.');
  const known = estimates.map((estimate) => knownOf(estimate, cohorts));
  const largest = drawLargest(
    known.filter((each) => each !== null),
    settings,
  );
  // The square of a standard normal deviation is Gamma(1/2, 1/2).
  const single = Math.sqrt(gammaQuantile(level, 1 / 2, 1 / 2));
  const criticalValue = Math.max(quantileOfSorted(largest, level), single);
  // The tail that the critical value leaves a normal law; a law of few degrees of freedom has to go further out for it.
  const tail = studentTail(criticalValue, manyUnits);
  const bands = known.map((error, k): Band | null => {
    if (error === null) return null;
    const { standardError } = error;
    const half = Math.max(criticalValue, studentQuantile(tail, error.degreesOfFreedom)) * standardError;
    const { att } = at(estimates, k);
    return { standardError, lower: att - half, upper: att + half };
  });
  return { criticalValue, bands };
}
