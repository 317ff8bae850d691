import type { Assumptions } from '../../../../db/estimator/assumptions.ts';
import { logGamma, negativeBinomialLogPmf, negativeBinomialRatio } from '../../../../db/estimator/distributions.ts';
import { at } from '../../../../db/estimator/numbers.ts';
import type { FitData } from '../../../../db/estimator/sampler/data.ts';
import { priors, quarterCorrelation, type State } from '../../../../db/estimator/sampler/state.ts';

/** A point in the space of the parameters. */
export type Point = Omit<State, 'current'>;

const normal = (value: number, centre: number, deviation: number): number =>
  -0.5 * ((value - centre) / deviation) ** 2 - Math.log(deviation);

/** Gamma(shape, rate) of a parameter, as a density of its logarithm. */
const logOfGamma = (log: number, shape: number, rate: number): number =>
  shape * Math.log(rate) - logGamma(shape) + shape * log - rate * Math.exp(log);

function logSurvival(count: number, mean: number, size: number): number {
  let term = Math.exp(negativeBinomialLogPmf(count, mean, size));
  let total = 0;
  for (let k = count; k < count + 3000; k += 1) {
    total += term;
    term *= negativeBinomialRatio(k, mean, size);
  }
  return Math.log(total);
}

/** Log-likelihood of all months, written down from the model without the sampler's shortcuts. */
function logLikelihood(data: FitData, point: Point): number {
  const ramped = at(data.ramped, point.ramp);
  let total = 0;
  data.unitStart.slice(0, -1).forEach((start, i) => {
    for (let o = start; o < at(data.unitStart, i + 1); o += 1) {
      const fte = Math.max(at(data.floor, o), at(data.base, o) + at(point.productivity, i) * at(ramped, o));
      const level = at(point.logRate, i) + at(point.circumstance, at(data.slot, o));
      const mean = Math.exp(level + at(point.logMonth, at(data.month, o))) * fte ** data.exponent;
      const count = at(data.count, o);
      const isCensored = at(data.censored, o) === 1;
      total += isCensored ? logSurvival(count, mean, point.size) : negativeBinomialLogPmf(count, mean, point.size);
    }
  });
  return total;
}

/** Log posterior density of what each unit and month has of its own, given what they share, but for a constant. */
export function logPosterior(data: FitData, point: Point, { relativeProductivity }: Assumptions): number {
  let total = logLikelihood(data, point);
  total += normal(point.centre, relativeProductivity.mean, relativeProductivity.deviation);
  const shape = Math.exp(point.logShape);
  point.logRate.forEach((log, i) => {
    const rate = shape / Math.exp(point.logMeanRate + point.inflowSlope * at(data.logInflow, i));
    total += logOfGamma(log, shape, rate);
    if (at(data.funded, i) === 1) total += normal(at(point.productivity, i), point.centre, point.spread);
    const first = at(data.slotStart, i);
    for (let s = first; s < at(data.slotStart, i + 1); s += 1) {
      const before = s === first ? 0 : quarterCorrelation * at(point.circumstance, s - 1);
      const deviation = point.deviation * (s === first ? 1 : Math.sqrt(1 - quarterCorrelation ** 2));
      total += normal(at(point.circumstance, s), before, deviation);
    }
  });
  point.logMonth.forEach((log, t) => {
    const expected = at(point.walk, t) + at(point.season, at(data.calendar, t));
    total += normal(log, expected, priors.monthNoise);
    if (t > 0) total += normal(at(point.walk, t), at(point.walk, t - 1) + point.drift, point.walkDeviation);
  });
  total += normal(point.drift, 0, priors.driftDeviation);
  for (const value of point.season) total += normal(value, 0, priors.seasonDeviation);
  return total + normal(Math.log(point.size), priors.logSize.mean, priors.logSize.deviation);
}
