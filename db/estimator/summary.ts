import { mean, quantileOfSorted } from './numbers.ts';

/** Quantiles of the draws: p025 to p975 holds 95 %, p10 to p90 80 %, p25 to p75 half of them. */
export type Quantiles = {
  readonly p025: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p975: number;
};

export type Summary = Quantiles & { readonly mean: number };

/** What the draws of the backlog avoided say, in files. */
export type DrawSummary = {
  readonly avoided: Summary;
  /** Share of the draws in which the backlog without the funded staff is above the actual one. */
  readonly probabilityBelow: number;
};

export function shiftQuantiles(quantiles: Quantiles, by: number): Quantiles {
  const { p025, p10, p25, p50, p75, p90, p975 } = quantiles;
  return {
    p025: p025 + by,
    p10: p10 + by,
    p25: p25 + by,
    p50: p50 + by,
    p75: p75 + by,
    p90: p90 + by,
    p975: p975 + by,
  };
}

function summariseSorted(sorted: ArrayLike<number>): Summary {
  const at = (level: number): number => quantileOfSorted(sorted, level);
  return {
    p025: at(0.025),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p975: at(0.975),
    mean: mean(sorted),
  };
}

/** @param draws in any order; not empty */
export function summarise(draws: readonly number[]): Summary {
  return summariseSorted(Float64Array.from(draws).sort());
}

/** @param draws files avoided, one value a draw, in any order; not empty */
export function summariseDraws(draws: ArrayLike<number>): DrawSummary {
  const sorted = Float64Array.from(draws).sort();
  const firstAbove = sorted.findIndex((value) => value > 0);
  return {
    avoided: summariseSorted(sorted),
    probabilityBelow: firstAbove < 0 ? 0 : (sorted.length - firstAbove) / sorted.length,
  };
}
