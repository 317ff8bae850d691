import type { Assumptions } from '../../../db/estimator/assumptions.ts';
import { at } from '../../../db/estimator/numbers.ts';
import type { Random } from '../../../db/estimator/random.ts';
import { priors } from '../../../db/estimator/sampler/state.ts';

/** Files that a base FTE closes in a month, centre of the prior. (The sampler puts the panel's own pooled rate in its place.) */
const usualRate = 4;

/** What all units of a panel share. Source of the symbols: Vigie method note, section 2.1. */
export type Parameters = {
  /** m: files that a base FTE of an average unit closes in a month. */
  readonly rateMean: number;
  /** a: shape of the gamma law of the units' rates. */
  readonly rateShape: number;
  /** theta: exponent by which a unit's rate follows its inflow per FTE. */
  readonly inflowSlope: number;
  /** phi: size of the negative binomial law of a month's capacity. */
  readonly size: number;
  /** dbar: mean productivity of an experienced funded FTE, relative to a base FTE. */
  readonly centre: number;
  /** tau: standard deviation of the units around that mean. */
  readonly spread: number;
  /** sigma_v: stationary standard deviation of a unit's log circumstances. */
  readonly deviation: number;
  /** L: months until a funded investigator works at full productivity. */
  readonly rampMonths: number;
  /** sigma_w: standard deviation of the steps in which the months' common effect wanders. */
  readonly walkDeviation: number;
  /** By how much the log capacity of all units rises each month on average. */
  readonly drift: number;
};

/** Parameters drawn from the priors: the truth of a panel by which the estimator's own uncertainty is judged. */
export function drawParameters(random: Random, assumptions: Assumptions): Parameters {
  const normal = (centre: number, deviation: number): number => centre + deviation * random.normal();
  const { relativeProductivity, productivitySpread, rampMonths } = assumptions;
  return {
    rateMean: Math.exp(normal(Math.log(usualRate), priors.logRateDeviation)),
    rateShape: Math.exp(normal(priors.logShape.mean, priors.logShape.deviation)),
    inflowSlope: normal(0, priors.slopeDeviation),
    size: Math.exp(normal(priors.logSize.mean, priors.logSize.deviation)),
    centre: normal(relativeProductivity.mean, relativeProductivity.deviation),
    spread: Math.abs(normal(0, productivitySpread)),
    deviation: Math.abs(normal(0, priors.circumstanceScale)),
    rampMonths: at(rampMonths, Math.floor(random.uniform() * rampMonths.length)),
    walkDeviation: Math.abs(normal(0, priors.walkScale)),
    drift: normal(0, priors.driftDeviation),
  };
}
