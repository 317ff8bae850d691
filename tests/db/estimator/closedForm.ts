import { at, sum } from '../../../db/estimator/numbers.ts';

/** Gamma(shape, rate): mean shape / rate. */
export type GammaLaw = { readonly shape: number; readonly rate: number };

/**
 * What is known of a unit's rate (files closed by an FTE in a month) after its reported months: C_t ~ Poisson(rate x E_t) with a gamma prior
 * gives a gamma posterior. Over-dispersion divides both sums.
 * Source: Vigie method note, section 2.1 (closed-form core).
 * @param counts files closed by month; @param exposure effective FTE by month, same length
 * @param overDispersion 1 or more (see `pearsonOverDispersion`)
 */
export function rateGivenMonths(
  prior: GammaLaw,
  counts: readonly number[],
  exposure: readonly number[],
  overDispersion = 1,
): GammaLaw {
  if (counts.length !== exposure.length) throw new RangeError('Counts and exposure need the same months.');
  return { shape: prior.shape + sum(counts) / overDispersion, rate: prior.rate + sum(exposure) / overDispersion };
}

/**
 * How much more a unit's months vary than a Poisson law says: max(1, Pearson X^2 / (n - 1)); 1 with fewer than two months.
 * Months without exposure do not count. Source: Vigie method note, section 2.1.
 */
export function pearsonOverDispersion(counts: readonly number[], exposure: readonly number[]): number {
  let files = 0;
  let fte = 0;
  let months = 0;
  let squares = 0;
  for (let t = 0; t < counts.length; t += 1) {
    const count = at(counts, t);
    const effective = at(exposure, t);
    if (effective <= 0) continue;
    files += count;
    fte += effective;
    months += 1;
    squares += (count * count) / effective;
  }
  if (months < 2 || files === 0) return 1;
  return Math.max(1, ((squares * fte) / files - files) / (months - 1));
}

/**
 * Law of the files closed in one more month of `exposure` FTE, the rate being uncertain: NegBin(mean, size).
 * Source: Vigie method note, section 2.1.
 */
export function predictiveOutflow(law: GammaLaw, exposure: number): { readonly mean: number; readonly size: number } {
  return { mean: (law.shape * exposure) / law.rate, size: law.shape };
}
