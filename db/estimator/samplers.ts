import { logFactorial } from './distributions.ts';
import type { Random } from './random.ts';

/**
 * A draw from Gamma(shape, rate): mean shape / rate.
 * Source: Marsaglia and Tsang (ACM TOMS 26, 2000); shape below 1 by their boost with a uniform.
 * @param shape above 0; @param rate above 0; RangeError otherwise
 */
export function sampleGamma(random: Random, shape: number, rate: number): number {
  if (!(shape > 0) || !(rate > 0)) throw new RangeError('A gamma draw needs a positive shape and rate.');
  if (shape < 1) return sampleGamma(random, shape + 1, rate) * Math.pow(random.uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = random.uniform();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
}

function poissonByInversion(random: Random, mean: number): number {
  let probability = Math.exp(-mean);
  let rest = random.uniform();
  let k = 0;
  while (rest > probability && k < 1000) {
    rest -= probability;
    k += 1;
    probability *= mean / k;
  }
  return k;
}

/** Transformed rejection PTRS, for a mean of at least 10. */
function poissonByRejection(random: Random, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const distance = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / distance + b) * u + mean + 0.43);
    if (distance >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (distance < 0.013 && v > distance)) continue;
    const left = Math.log((v * inverseAlpha) / (a / (distance * distance) + b));
    if (left <= k * logMean - mean - logFactorial(k)) return k;
  }
}

/**
 * A draw from Poisson(mean). Inversion below 10, Hörmann's PTRS (Insurance: Mathematics and Economics 12, 1993) from there.
 * @param mean 0 or more and finite; RangeError otherwise
 */
export function samplePoisson(random: Random, mean: number): number {
  if (!(mean >= 0) || mean === Infinity) throw new RangeError('A Poisson draw needs a mean of 0 or more.');
  if (mean === 0) return 0;
  return mean < 10 ? poissonByInversion(random, mean) : poissonByRejection(random, mean);
}

function binomialByInversion(random: Random, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  const atZero = Math.pow(1 - probability, trials);
  for (;;) {
    let term = atZero;
    let rest = random.uniform();
    let k = 0;
    while (rest > term && k <= trials) {
      rest -= term;
      k += 1;
      term *= (odds * (trials - k + 1)) / k;
    }
    if (k <= trials) return k;
  }
}

/** Transformed rejection BTRS, for trials x probability of at least 10 and a probability of at most one half. */
function binomialByRejection(random: Random, trials: number, probability: number): number {
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const logOdds = Math.log(probability / (1 - probability));
  const mode = Math.floor((trials + 1) * probability);
  const atMode = logFactorial(mode) + logFactorial(trials - mode);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const distance = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / distance + b) * u + centre);
    if (k < 0 || k > trials) continue;
    if (distance >= 0.07 && v <= squeeze) return k;
    const left = Math.log((v * alpha) / (a / (distance * distance) + b));
    if (left <= atMode - logFactorial(k) - logFactorial(trials - k) + (k - mode) * logOdds) return k;
  }
}

/**
 * A draw from Binomial(trials, probability). Inversion while trials x probability is below 10, Hörmann's BTRS (Journal of Statistical
 * Computation and Simulation 46, 1993) from there.
 * @param trials whole number, 0 or more; @param probability 0 to 1; RangeError otherwise
 */
export function sampleBinomial(random: Random, trials: number, probability: number): number {
  if (!Number.isInteger(trials) || trials < 0) throw new RangeError('A binomial draw needs a whole number of trials.');
  if (!(probability >= 0 && probability <= 1)) throw new RangeError('A binomial draw needs a probability from 0 to 1.');
  if (trials === 0 || probability === 0) return 0;
  if (probability === 1) return trials;
  if (probability > 0.5) return trials - sampleBinomial(random, trials, 1 - probability);
  const small = trials * probability < 10;
  return small ? binomialByInversion(random, trials, probability) : binomialByRejection(random, trials, probability);
}
