import { at, quantileOfSorted } from '../numbers.ts';
import type { StructuralDraws } from './sampler.ts';
import { momentsOf } from './series.ts';

/** Mean, standard deviation and 95 % interval of the draws. */
export type Estimate = { readonly mean: number; readonly sd: number; readonly lower: number; readonly upper: number };

/** One time point of the period after; null where the outcome was not observed. */
export type StructuralPoint = {
  readonly actual: number | null;
  readonly predicted: Estimate;
  readonly effect: Estimate | null;
  /** Effects of the observed points up to this one, added up. */
  readonly cumulativeEffect: Estimate | null;
};

/** What the intervention changed, over the observed points of the period after. */
export type StructuralEffect = {
  readonly actual: { readonly average: number; readonly total: number };
  readonly predicted: { readonly average: Estimate; readonly total: Estimate };
  readonly effect: {
    readonly average: Estimate;
    readonly total: Estimate;
    /** Total effect as a share of the predicted total, draw by draw; null where the interval of the predicted total holds 0. */
    readonly relative: Estimate | null;
  };
  /** One-sided: the share of the draws, the actual total counted as one, that lie at least as far out as the actual total does. */
  readonly tailProbability: number;
  readonly points: readonly StructuralPoint[];
};

export function estimateOf(draws: Float64Array): Estimate {
  const sorted = draws.slice().sort();
  return { ...momentsOf(draws), lower: quantileOfSorted(sorted, 0.025), upper: quantileOfSorted(sorted, 0.975) };
}

function averaged({ mean, sd, lower, upper }: Estimate, count: number): Estimate {
  return { mean: mean / count, sd: sd / count, lower: lower / count, upper: upper / count };
}

/** The draws below or above the actual total, whichever are fewer. */
function tailProbabilityOf(totals: Float64Array, actual: number): number {
  const above = totals.filter((total) => total >= actual).length;
  const below = totals.filter((total) => total <= actual).length;
  return (1 + Math.min(above, below)) / (1 + totals.length);
}

/**
 * Compares what was observed with what the model predicts. Means are of level and regression, without the noise; intervals and standard
 * deviations are of the outcome itself. Source: CausalImpact 1.4.1, its summary and point-wise series.
 * @param actual one value for each point of the period after, not all null
 */
export function summariseEffect(actual: readonly (number | null)[], draws: StructuralDraws): StructuralEffect {
  const count = draws.levelSd.length;
  const totals = new Float64Array(count);
  let expectedTotal = 0;
  let actualTotal = 0;
  let observed = 0;
  const points = actual.map((value, j): StructuralPoint => {
    const outcome = totals.map((_, d) => at(draws.predicted, d * draws.points + j));
    const expected = at(draws.expected, j);
    const predicted = { ...estimateOf(outcome), mean: expected };
    if (value === null) return { actual: null, predicted, effect: null, cumulativeEffect: null };
    outcome.forEach((drawn, d) => (totals[d] = at(totals, d) + drawn));
    expectedTotal += expected;
    actualTotal += value;
    observed += 1;
    return {
      actual: value,
      predicted,
      effect: against(value, predicted),
      cumulativeEffect: against(actualTotal, { ...estimateOf(totals), mean: expectedTotal }),
    };
  });
  const predicted = { ...estimateOf(totals), mean: expectedTotal };
  const effect = against(actualTotal, predicted);
  const isApart = predicted.lower > 0 || predicted.upper < 0;
  return {
    actual: { average: actualTotal / observed, total: actualTotal },
    predicted: { average: averaged(predicted, observed), total: predicted },
    effect: {
      average: averaged(effect, observed),
      total: effect,
      relative: isApart ? estimateOf(totals.map((total) => actualTotal / total - 1)) : null,
    },
    tailProbability: tailProbabilityOf(totals, actualTotal),
    points,
  };
}

/** Actual less predicted. */
function against(actual: number, { mean, sd, lower, upper }: Estimate): Estimate {
  return { mean: actual - mean, sd, lower: actual - upper, upper: actual - lower };
}
