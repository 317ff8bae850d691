import { logGamma } from '../distributions.ts';
import { at, square } from '../numbers.ts';
import type { Random } from '../random.ts';
import { real } from '../typed.ts';
import { streams } from './months.ts';
import type { SharedClosings, StreamLaw } from './rates.ts';

/** Priors of a stream's law, on the log scale: mean and deviation. Source: closings note, the component. */
const priorMean = { centre: Math.log(0.03), deviation: 2 };
const priorShape = { centre: 0, deviation: 1 };

export const firstLaw: StreamLaw = { mean: Math.exp(priorMean.centre), shape: Math.exp(priorShape.centre) };

const movesOfSweep = 4;
const step = 0.5;

export function logPriorOfMean({ mean }: StreamLaw): number {
  return -square((Math.log(mean) - priorMean.centre) / priorMean.deviation) / 2;
}

type Sums = { readonly units: number; readonly total: number; readonly logs: number };

/** Log-density of a law given the units' rates, up to a constant: these are Gamma(shape, shape / mean). */
function logDensity(law: StreamLaw, { units, total, logs }: Sums): number {
  const { mean, shape } = law;
  const prior = logPriorOfMean(law) - square((Math.log(shape) - priorShape.centre) / priorShape.deviation) / 2;
  const rate = shape / mean;
  return units * (shape * Math.log(rate) - logGamma(shape)) + (shape - 1) * logs - rate * total + prior;
}

/** A few Metropolis steps of each stream's law, given the rates of all units: one array a unit, in the order of the streams. */
export function moveLaws(random: Random, laws: StreamLaw[], rates: readonly Float64Array[]): void {
  for (let j = 0; j < streams.length; j += 1) {
    let [total, logs] = [0, 0];
    for (const own of rates) {
      total += real(own, j);
      logs += Math.log(real(own, j));
    }
    const sums = { units: rates.length, total, logs };
    let law = at(laws, j);
    let density = logDensity(law, sums);
    for (let n = 0; n < movesOfSweep; n += 1) {
      const moved = {
        mean: law.mean * Math.exp(step * random.normal()),
        shape: law.shape * Math.exp(step * random.normal()),
      };
      const other = logDensity(moved, sums);
      if (Math.log(random.uniform()) >= other - density) continue;
      [law, density] = [moved, other];
    }
    laws[j] = law;
  }
}

export function toShared(laws: readonly StreamLaw[]): SharedClosings {
  return { inflow: at(laws, 0), work: at(laws, 1), queue: at(laws, 2) };
}
