import { normalQuantile } from './distributions.ts';
import type { Assumptions } from './assumptions.ts';
import type { Summary } from './summary.ts';

/** What was assumed of a productivity of funded staff before any data, and what that still weighs in the answer. */
export type Learnt = {
  readonly prior: Summary;
  /** 0: the data alone speak; 1: they moved nothing. */
  readonly priorWeight: number;
};

function normal(mean: number, deviation: number): Summary {
  const at = (level: number): number => mean + deviation * normalQuantile(level);
  return {
    mean,
    p025: at(0.025),
    p10: at(0.1),
    p25: at(0.25),
    p50: mean,
    p75: at(0.75),
    p90: at(0.9),
    p975: at(0.975),
  };
}

function weigh(posterior: Summary, prior: Summary): Learnt {
  const share = (posterior.p90 - posterior.p10) / (prior.p90 - prior.p10);
  return { prior, priorWeight: Math.min(1, share * share) };
}

/**
 * How far the data moved the prior of the mean productivity over the units. The mean of two normal laws takes each in proportion to its precision,
 * so that the prior weighs (posterior deviation / prior deviation)^2; widths of the 80 % intervals are compared in place of the deviations.
 */
export function learntOfMean(posterior: Summary, { relativeProductivity: { mean, deviation } }: Assumptions): Learnt {
  return weigh(posterior, normal(mean, deviation));
}

/** The same for one unit, of which the prior says less: how far it is from the mean was not known either. */
export function learntOfUnit(
  posterior: Summary,
  { relativeProductivity: { mean, deviation }, productivitySpread, fixedSpread }: Assumptions,
): Learnt {
  return weigh(posterior, normal(mean, Math.hypot(deviation, fixedSpread ?? productivitySpread)));
}
