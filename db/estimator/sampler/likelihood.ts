import { betaCdf, logGamma } from '../distributions.ts';
import { exp, log } from '../elementary.ts';
import { flag, real } from '../typed.ts';

/** What one observation says of the log of its mean: log-likelihood, slope and curvature (minus the second derivative). */
export type Term = { value: number; slope: number; curvature: number };

/**
 * log of the negative binomial probability of a count, without the part that does not depend on the mean.
 * K ~ NegBin(mean, size): K log mean - (K + size) log(mean + size).
 */
export function countTerm(count: number, mean: number, logMean: number, size: number): number {
  return count * logMean - (count + size) * log(mean + size);
}

/** Above this a closed form takes the place of sums over the counts, whose cost grows with them. */
const largestSummed = 500;
const reciprocals = Float64Array.from({ length: largestSummed + 1 }, (_, k) => 1 / k);

/** Below this the difference of a sum of probabilities from 1 has lost too many digits. */
const tailProbability = 1e-4;

/**
 * A month in which the unit ran out of work: log P(K >= count), from the probabilities below the count or, far out in the tail, from ratios
 * above it. d P / d log mean = count x P(K = count), an identity of the law.
 */
export function censoredTerm(count: number, mean: number, size: number, out: Term): void {
  if (count <= 0) {
    out.value = 0;
    out.slope = 0;
    out.curvature = 0;
    return;
  }
  if (count > largestSummed) {
    censoredByBeta(count, mean, size, out);
    return;
  }
  const share = mean / (mean + size);
  let probability = exp(size * log(size / (mean + size)));
  let below = 0;
  // P(K = k) / P(K = k - 1) = (size + k - 1) share / k.
  const rest = (size - 1) * share;
  const files = Math.trunc(count);
  let k = 1;
  // Four at a time: each probability rests on the one before, for which the processor would wait.
  for (; k + 3 <= files; k += 4) {
    const one = share + rest * real(reciprocals, k);
    const two = one * (share + rest * real(reciprocals, k + 1));
    const three = share + rest * real(reciprocals, k + 2);
    below += probability * (1 + one + two * (1 + three));
    probability *= two * three * (share + rest * real(reciprocals, k + 3));
  }
  for (; k <= files; k += 1) {
    below += probability;
    probability *= share + rest * real(reciprocals, k);
  }
  const above = 1 - below;
  const survival = above > tailProbability ? above : probability * tailRatio(count, share, size);
  const slope = survival > 0 ? (count * probability) / survival : count;
  out.value = survival > 0 ? log(survival) : -700;
  out.slope = slope;
  out.curvature = Math.max(1e-9, slope * (slope - (size * (count - mean)) / (mean + size)));
}

/** The same in closed form: P(K >= count) is the incomplete beta function of mean / (mean + size) at (count, size). */
function censoredByBeta(count: number, mean: number, size: number, out: Term): void {
  const share = mean / (mean + size);
  const survival = betaCdf(share, count, size);
  const logProbability =
    logGamma(count + size) - logGamma(size) - logGamma(count + 1) + count * Math.log(share) + size * Math.log1p(-share);
  // So far out in the tail that the function is 0, the probabilities fall as a geometric series.
  const logSurvival =
    survival > 0
      ? Math.log(survival)
      : logProbability - Math.log1p(-Math.min(1 - 1e-12, (share * (size + count)) / count));
  const slope = count * Math.exp(logProbability - logSurvival);
  out.value = logSurvival;
  out.slope = slope;
  out.curvature = Math.max(1e-9, slope * (slope - (size * (count - mean)) / (mean + size)));
}

/** P(K >= count) / P(K = count), far above the mean: a sum of falling ratios. */
function tailRatio(count: number, share: number, size: number): number {
  let total = 1;
  let term = 1;
  let numerator = (size + count) * share;
  for (let k = count + 1; term > 1e-12 * total; k += 1) {
    term *= numerator / k;
    numerator += share;
    total += term;
  }
  return total;
}

/** Log-likelihood of one observation, without what depends on the size alone. */
export function termOf(
  count: number,
  censored: number,
  mean: number,
  logMean: number,
  size: number,
  scratch: Term,
): number {
  if (censored === 0) return countTerm(count, mean, logMean, size);
  censoredTerm(count, mean, size, scratch);
  return scratch.value;
}

/** Slope and curvature of the log-likelihood of one observation in the log of its mean. */
export function observe(count: number, censored: number, mean: number, size: number, out: Term): void {
  if (censored === 1) {
    censoredTerm(count, mean, size, out);
    return;
  }
  const ratio = size / (mean + size);
  out.slope = ratio * (count - mean);
  out.curvature = ((count + size) * ratio * mean) / (mean + size);
}

/**
 * The part of the uncensored log-likelihood that depends on the size alone: sum over the counts of log Gamma(K + size) - log Gamma(size) +
 * size log size, by counting how often each factor (size + j) is in the product.
 */
export function sizeTerm({ exceeding, large }: CountProfile, observations: number, size: number): number {
  let total = observations * size * Math.log(size);
  const logGammaOfSize = large.length > 0 ? logGamma(size) : 0;
  for (let k = 0; k < large.length; k += 1) total += logGamma(real(large, k) + size) - logGammaOfSize;
  for (let j = 0; j < exceeding.length; j += 1) total += real(exceeding, j) * Math.log(size + j);
  return total;
}

/** The uncensored counts. Element j of `exceeding`: how many of the small ones are above j; `large`: the others, one by one. */
export type CountProfile = { readonly exceeding: Float64Array; readonly large: Float64Array };

const largestProfiled = 2000;

export function countsExceeding(count: Float64Array, censored: Uint8Array): CountProfile {
  const uncensored = count.filter((_, o) => flag(censored, o) === 0);
  const large = uncensored.filter((files) => files > largestProfiled);
  const small = uncensored.filter((files) => files <= largestProfiled);
  const exceeding = new Float64Array(small.reduce((most, files) => Math.max(most, files), 0));
  for (let o = 0; o < small.length; o += 1) {
    for (let j = 0; j < real(small, o); j += 1) exceeding[j] = real(exceeding, j) + 1;
  }
  return { exceeding, large };
}
