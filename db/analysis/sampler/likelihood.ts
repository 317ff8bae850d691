import { flag, real } from '../typed.ts';

/** What one observation says of the log of its mean: log-likelihood, slope and curvature (minus the second derivative). */
export type Term = { value: number; slope: number; curvature: number };

/**
 * log of the negative binomial probability of a count, without the part that does not depend on the mean.
 * K ~ NegBin(mean, size): K log mean - (K + size) log(mean + size).
 */
export function countTerm(count: number, mean: number, logMean: number, size: number): number {
  return count * logMean - (count + size) * Math.log(mean + size);
}

const inverses = Float64Array.from({ length: 1024 }, (_, k) => 1 / (k + 1));

/** 1 / (k + 1): a table is faster than the division. */
function inverse(k: number): number {
  return k < inverses.length ? real(inverses, k) : 1 / (k + 1);
}

/**
 * A month in which the unit ran out of work: log P(K >= count), by summing whichever tail is stable (the probabilities below the count
 * where it is below the mean, ratios above it otherwise). d P / d log mean = count x P(K = count), an identity of the law.
 */
export function censoredTerm(count: number, mean: number, size: number, out: Term): void {
  if (count <= 0) {
    out.value = 0;
    out.slope = 0;
    out.curvature = 0;
    return;
  }
  const share = mean / (mean + size);
  let probability = Math.exp(-size * Math.log1p(mean / size));
  let below = 0;
  for (let k = 0; k < count; k += 1) {
    below += probability;
    probability *= (size + k) * share * inverse(k);
  }
  const survival = count <= mean ? Math.max(1 - below, probability) : probability * tailRatio(count, share, size);
  const slope = survival > 0 ? (count * probability) / survival : count;
  out.value = survival > 0 ? Math.log(survival) : -700;
  out.slope = slope;
  out.curvature = Math.max(1e-9, slope * (slope - (size * (count - mean)) / (mean + size)));
}

/** P(K >= count) / P(K = count) for a count above the mean: a sum of falling ratios. */
function tailRatio(count: number, share: number, size: number): number {
  let total = 1;
  let term = 1;
  for (let k = count; term > 1e-12 * total; k += 1) {
    term *= (size + k) * share * inverse(k);
    total += term;
  }
  return total;
}

/**
 * The part of the uncensored log-likelihood that depends on the size alone: sum over the counts of
 * log Gamma(K + size) - log Gamma(size) + size log size, by counting how often each factor (size + j) stands in the product.
 */
export function sizeTerm(exceeding: Float64Array, observations: number, size: number): number {
  let total = observations * size * Math.log(size);
  for (let j = 0; j < exceeding.length; j += 1) total += real(exceeding, j) * Math.log(size + j);
  return total;
}

/** Element j: how many uncensored counts are above j. */
export function countsExceeding(count: Float64Array, censored: Uint8Array): Float64Array {
  let largest = 0;
  for (let o = 0; o < count.length; o += 1) if (flag(censored, o) === 0) largest = Math.max(largest, real(count, o));
  const exceeding = new Float64Array(largest);
  for (let o = 0; o < count.length; o += 1) {
    if (flag(censored, o) === 1) continue;
    for (let j = 0; j < real(count, o); j += 1) exceeding[j] = real(exceeding, j) + 1;
  }
  return exceeding;
}
