import type { Assumptions } from './assumptions.ts';
import type { PosteriorDraw } from './sampler/chain.ts';
import { real } from './typed.ts';

/** Productivity that a sceptic begins with: funded staff do nothing until the data show that they do. */
const scepticalMean = 0;

export function scepticalOf(assumptions: Assumptions): Assumptions {
  return { ...assumptions, relativeProductivity: { ...assumptions.relativeProductivity, mean: scepticalMean } };
}

/** How much more, or less, a draw counts for the sceptic: the ratio of the two priors, of which only that of the mean productivity differs. */
function weightsOf(draws: readonly PosteriorDraw[], { relativeProductivity }: Assumptions): Float64Array {
  const { mean, deviation } = relativeProductivity;
  const logs = Float64Array.from(
    draws,
    ({ centre }) => ((centre - mean) ** 2 - (centre - scepticalMean) ** 2) / (2 * deviation * deviation),
  );
  const most = logs.reduce((highest, each) => Math.max(highest, each), -Infinity);
  return logs.map((each) => Math.exp(each - most));
}

/** Fewer of the draws than this share, and the weights rest on a handful of them. */
const leastEffective = 0.25;

/**
 * Which draws represent the sceptic's posterior, as many as there are, some more than once: evenly spaced steps along the sum of the weights.
 * Source: importance resampling, systematic (Kitagawa 1996, Journal of Computational and Graphical Statistics 5).
 * @returns the places of the draws, and how many draws the weights are worth; null where these are under a quarter: the fit must be made again
 */
export function resample(
  draws: readonly PosteriorDraw[],
  assumptions: Assumptions,
): { readonly places: Int32Array; readonly effective: number } | null {
  const weights = weightsOf(draws, assumptions);
  let total = 0;
  let squares = 0;
  for (const weight of weights) {
    total += weight;
    squares += weight * weight;
  }
  const effective = (total * total) / squares;
  if (!(effective >= leastEffective * draws.length)) return null;
  const places = new Int32Array(draws.length);
  let reached = real(weights, 0);
  let place = 0;
  for (let k = 0; k < places.length; k += 1) {
    const wanted = ((k + 0.5) * total) / places.length;
    while (reached < wanted && place + 1 < weights.length) {
      place += 1;
      reached += real(weights, place);
    }
    places[k] = place;
  }
  return { places, effective };
}
