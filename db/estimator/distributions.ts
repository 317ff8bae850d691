import { at } from './numbers.ts';

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * Natural logarithm of the gamma function for x > 0, by Stirling's series after shifting x to at least 15
 * (Abramowitz and Stegun 6.1.41); relative error about 1e-15.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError('logGamma needs a positive argument.');
  let shifted = x;
  let product = 1;
  while (shifted < 15) {
    product *= shifted;
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360))))));
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + series - Math.log(product);
}

const tableSize = 1024;
const logFactorials = new Float64Array(tableSize);
for (let k = 2; k < tableSize; k += 1) logFactorials[k] = logGamma(k + 1);

/** log(k!) for a whole number k >= 0. */
export function logFactorial(k: number): number {
  return k < tableSize ? at(logFactorials, k) : logGamma(k + 1);
}

function lowerGammaSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let total = term;
  for (let n = 1; n < 10_000; n += 1) {
    term *= x / (shape + n);
    total += term;
    if (term < total * 1e-17) break;
  }
  return total * Math.exp(-x + shape * Math.log(x) - logGamma(shape));
}

function upperGammaFraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h * Math.exp(-x + shape * Math.log(x) - logGamma(shape));
}

/** P(X <= x) for X ~ Gamma(shape, rate). Series below the mean, Lentz's continued fraction above (Numerical Recipes, 6.2). */
export function gammaCdf(x: number, shape: number, rate: number): number {
  if (x <= 0) return 0;
  const scaled = x * rate;
  return scaled < shape + 1 ? lowerGammaSeries(shape, scaled) : 1 - upperGammaFraction(shape, scaled);
}

/** Lentz's continued fraction of the incomplete beta function; converges fast for x < (a + 1) / (a + b + 2). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let n = 1; n < 10_000; n += 1) {
    const twice = a + 2 * n;
    const even = (n * (b - n) * x) / ((twice - 1) * twice);
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + n) * (a + b + n) * x) / (twice * (twice + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) <= Number.EPSILON) break;
  }
  return h;
}

/**
 * P(X <= x) for X ~ Beta(a, b), the regularised incomplete beta function I_x(a, b) (Numerical Recipes, 6.4). P-values follow from it:
 * P(F > f) with d1 and d2 degrees of freedom is I_x(d2 / 2, d1 / 2) at x = d2 / (d2 + d1 f); P(|T| > t) is the same with d1 = 1, f = t^2.
 * @param a above 0; @param b above 0; RangeError otherwise
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(a > 0) || !(b > 0)) throw new RangeError('A beta distribution needs two positive parameters.');
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta);
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** The x with P(X <= x) = level for X ~ Gamma(shape, rate), by bisection to the last bit that counts; 0 < level < 1. */
export function gammaQuantile(level: number, shape: number, rate: number): number {
  let low = 0;
  let high = (shape + 1) / rate;
  while (gammaCdf(high, shape, rate) < level) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = 0.5 * (low + high);
    if (gammaCdf(middle, shape, rate) < level) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/**
 * log P(K = k) for K ~ NegBin(mean, size), Var = mean + mean^2 / size; size Infinity is the Poisson distribution.
 * The product form avoids subtracting two large log-gammas; it costs k steps.
 */
export function negativeBinomialLogPmf(k: number, mean: number, size: number): number {
  if (mean === 0) return k === 0 ? 0 : -Infinity;
  let total = size === Infinity ? -mean : -size * Math.log1p(mean / size);
  for (let j = 0; j < k; j += 1) total += Math.log(negativeBinomialRatio(j, mean, size));
  return total;
}

/** P(K = k + 1) / P(K = k) for the negative binomial of a mean and a size (Infinity: Poisson). */
export function negativeBinomialRatio(k: number, mean: number, size: number): number {
  if (size === Infinity) return mean / (k + 1);
  return ((size + k) / (k + 1)) * (mean / (size + mean));
}

/** P(K <= k) for K ~ NegBin(mean, size), by summing the probabilities; costs k steps. */
export function negativeBinomialCdf(k: number, mean: number, size: number): number {
  if (k < 0) return 0;
  let logTerm = negativeBinomialLogPmf(0, mean, size);
  let total = Math.exp(logTerm);
  for (let j = 0; j < k; j += 1) {
    logTerm += Math.log(negativeBinomialRatio(j, mean, size));
    total += Math.exp(logTerm);
  }
  return Math.min(1, total);
}

function farQuantile(r: number): number {
  return (
    (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) /
    ((0.12021132975 * r + 0.7370016425) * r + 1)
  );
}

function furthestQuantile(r: number): number {
  return (
    (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115) /
    ((0.012258202635 * r + 0.24197894225) * r + 1)
  );
}

/**
 * The z with P(Z <= z) = u for a standard normal Z; about seven figures.
 * Source: Wichura (1988), algorithm AS 241, PPND7.
 * @param u between 0 and 1, neither of them
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    );
  }
  const r = Math.sqrt(-Math.log(q < 0 ? u : 1 - u));
  const z = r <= 5 ? farQuantile(r - 1.6) : furthestQuantile(r - 5);
  return q < 0 ? -z : z;
}

/** The smallest value above 0 that has passed, by bisection to so many of its parts; null where none has up to `most`. */
export function crossing(passed: (value: number) => boolean, most = Infinity, precision = 1e-9): number | null {
  let [low, high] = [0, 1];
  while (!passed(high)) {
    if (high >= most) return null;
    [low, high] = [high, 2 * high];
  }
  for (let step = 0; step < 100 && high - low > precision * high; step += 1) {
    const middle = (low + high) / 2;
    if (passed(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** P(|T| > t) of Student's law. */
export function studentTail(t: number, degreesOfFreedom: number): number {
  return betaCdf(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}

/** The t with P(|T| > t) = tail, 0 < tail < 1. */
export function studentQuantile(tail: number, degreesOfFreedom: number): number {
  return crossing((t) => studentTail(t, degreesOfFreedom) <= tail, Infinity, 1e-12) ?? Infinity;
}
