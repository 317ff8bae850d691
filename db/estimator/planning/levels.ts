import { at } from '../numbers.ts';
import type { Random } from '../random.ts';

/** A level that wanders, with a growth that fades: what is seen is the level and noise. On the log scale, by month. */
export type LevelLaw = {
  /** Deviation of the level's step from month to month. */
  readonly walk: number;
  /** Variance of what is seen around the level: the same each month, added to what is known of each observation. */
  readonly noise: number;
};

/** Level and growth after the last month, with their variances. */
export type LevelState = {
  readonly level: number;
  readonly growth: number;
  readonly levelVariance: number;
  readonly covariance: number;
  readonly growthVariance: number;
};

/** Share of the growth that is left after a month: a sixth is gone after a year. */
export const damping = 0.985;

/** Deviation of a month's step of the growth, which keeps its stationary deviation. */
export function growthStep(growthDeviation: number): number {
  return growthDeviation * Math.sqrt(1 - damping * damping);
}

/**
 * State after the last month by the Kalman filter, and the log-likelihood of the series. A month without a value is passed over.
 * Source: Durbin and Koopman (2012), sections 3.2 and 4.3; damped growth: Gardner and McKenzie (1985).
 * @param values on the log scale, null = not known; @param known variance of each observation, added to the law's noise
 * @param growthDeviation stationary deviation of the growth by month; 0: the level has none
 */
export function filterLevel(
  values: readonly (number | null)[],
  known: readonly number[],
  law: LevelLaw,
  growthDeviation: number,
): LevelState & { readonly logLikelihood: number } {
  const first = values.find((value) => value !== null) ?? 0;
  const step = growthStep(growthDeviation) ** 2;
  let [level, growth, p11, p12, p22] = [first, 0, 1, 0, growthDeviation * growthDeviation];
  let logLikelihood = 0;
  values.forEach((value, t) => {
    if (t > 0) {
      level += growth;
      growth *= damping;
      p11 += 2 * p12 + p22 + law.walk * law.walk;
      p12 = damping * (p12 + p22);
      p22 = damping * damping * p22 + step;
    }
    if (value === null) return;
    const variance = p11 + law.noise + at(known, t);
    const surprise = value - level;
    logLikelihood -= 0.5 * (Math.log(variance) + (surprise * surprise) / variance);
    level += (p11 / variance) * surprise;
    growth += (p12 / variance) * surprise;
    p22 -= (p12 * p12) / variance;
    p12 -= (p11 * p12) / variance;
    p11 -= (p11 * p11) / variance;
  });
  return { level, growth, levelVariance: p11, covariance: p12, growthVariance: p22, logLikelihood };
}

/** Level and growth drawn from what is known of them. */
export function drawLevel(random: Random, state: LevelState): { readonly level: number; readonly growth: number } {
  const deviation = Math.sqrt(Math.max(0, state.levelVariance));
  const slope = deviation > 0 ? state.covariance / deviation : 0;
  const rest = Math.sqrt(Math.max(0, state.growthVariance - slope * slope));
  const first = random.normal();
  return {
    level: state.level + deviation * first,
    growth: state.growth + slope * first + rest * random.normal(),
  };
}

/** Each law with its share of the posterior, the laws being as likely as each other before the data. */
export function weighLaws<T>(laws: readonly T[], logLikelihood: (law: T) => number): readonly number[] {
  const logs = laws.map(logLikelihood);
  const highest = Math.max(...logs);
  const weights = logs.map((value) => Math.exp(value - highest));
  const total = weights.reduce((sum, each) => sum + each, 0);
  return weights.map((each) => each / total);
}

/** Index drawn with the given shares. */
export function drawIndex(random: Random, shares: readonly number[]): number {
  let rest = random.uniform();
  for (let k = 0; k < shares.length; k += 1) {
    rest -= at(shares, k);
    if (rest <= 0) return k;
  }
  return shares.length - 1;
}

/** Deviation of each calendar month (January first) from the year, shrunk by how well the years agree; zero where they do not. */
export type Season = readonly number[];

export const noSeason: Season = Array.from({ length: 12 }, () => 0);

const halfYear = 6;

/** Mean of the values within half a year, those at the ends by half: a season of twelve months leaves it. */
function yearAround(values: readonly (number | null)[], t: number): number | null {
  let [total, weight] = [0, 0];
  for (let k = -halfYear; k <= halfYear; k += 1) {
    const value = values[t + k] ?? null;
    if (value === null) continue;
    const share = Math.abs(k) === halfYear ? 0.5 : 1;
    total += share * value;
    weight += share;
  }
  return weight < 9 ? null : total / weight;
}

/**
 * Season of a monthly series on the log scale, by deviations from the year around each month.
 * @param months 'YYYY-MM', consecutive, as long as the values
 */
export function findSeason(months: readonly string[], values: readonly (number | null)[]): Season {
  const byMonth: number[][] = Array.from({ length: 12 }, () => []);
  values.forEach((value, t) => {
    const around = yearAround(values, t);
    if (value !== null && around !== null) at(byMonth, Number(at(months, t).slice(5, 7)) - 1).push(value - around);
  });
  if (byMonth.some((each) => each.length === 0)) return noSeason;
  const means = byMonth.map((each) => each.reduce((sum, value) => sum + value, 0) / each.length);
  const centre = means.reduce((sum, value) => sum + value, 0) / 12;
  const freedom = byMonth.reduce((sum, each) => sum + each.length - 1, 0);
  if (freedom < 12) return noSeason;
  const within =
    byMonth.reduce((sum, each, m) => sum + each.reduce((part, value) => part + (value - at(means, m)) ** 2, 0), 0) /
    freedom;
  const ofMean = within / (byMonth.reduce((sum, each) => sum + each.length, 0) / 12);
  const between = means.reduce((sum, value) => sum + (value - centre) ** 2, 0) / 11;
  const kept = between > 0 ? Math.max(0, 1 - ofMean / between) : 0;
  return means.map((value) => kept * (value - centre));
}
