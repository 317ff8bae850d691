import { at, mean, quantileOfSorted } from '../numbers.ts';

/**
 * Continuous ranked probability score of a forecast given by draws: the distance between the forecast and what came, in files; of a single
 * value it is the absolute error. Smaller is better.
 * Source: Gneiting and Raftery (2007), section 4.2, in its sorted form.
 * @param draws not empty, in any order
 */
export function crps(draws: readonly number[], actual: number): number {
  const sorted = Float64Array.from(draws).sort();
  const n = sorted.length;
  let total = 0;
  for (let i = 0; i < n; i += 1) {
    const value = at(sorted, i);
    total += (value - actual) * (n * Number(actual < value) - (i + 1) + 0.5);
  }
  return (2 * total) / (n * n);
}

/** Whether what came lies inside the interval of the draws that holds this share of them. */
export function covers(draws: readonly number[], actual: number, share: number): boolean {
  const sorted = Float64Array.from(draws).sort();
  const low = quantileOfSorted(sorted, (1 - share) / 2);
  const high = quantileOfSorted(sorted, (1 + share) / 2);
  return actual >= low && actual <= high;
}

/** The past errors fewer than these, a simple forecast is its value alone. */
const leastErrors = 12;

/**
 * A simple forecast of a series `ahead` months after its last: the value `back` months before that month, spread by the errors that the same
 * forecast made before. `back` of `ahead` is the last value, 12 the same month of the year before.
 * @param series up to the last month known; null = not known
 * @returns draws; null where the value itself is not known
 */
export function simpleForecast(series: readonly (number | null)[], ahead: number, back: number): number[] | null {
  const last = series.length - 1;
  const base = series[last + ahead - back] ?? null;
  if (base === null) return null;
  const errors: number[] = [];
  for (let t = Math.max(back, ahead); t <= last; t += 1) {
    const came = series[t] ?? null;
    const before = series[t - back] ?? null;
    if (came !== null && before !== null) errors.push(came - before);
  }
  return errors.length < leastErrors ? [base] : errors.map((error) => Math.max(0, base + error));
}

/** What the forecasts of one horizon came to. */
export type Scores = {
  readonly forecasts: number;
  readonly cover50: number;
  readonly cover80: number;
  readonly cover95: number;
  /** Mean score of the plan's forecast, of the last value and of the same month of the year before. Files. */
  readonly crps: number;
  readonly lastValue: number;
  readonly seasonal: number;
};

export type Scored = {
  readonly covered: readonly [boolean, boolean, boolean];
  readonly crps: number;
  readonly lastValue: number;
  readonly seasonal: number;
};

/** @param scored not empty */
export function addUp(scored: readonly Scored[]): Scores {
  const share = (k: 0 | 1 | 2): number => scored.filter(({ covered }) => covered[k]).length / scored.length;
  const average = (read: (each: Scored) => number): number => mean(scored.map(read));
  return {
    forecasts: scored.length,
    cover50: share(0),
    cover80: share(1),
    cover95: share(2),
    crps: average((each) => each.crps),
    lastValue: average((each) => each.lastValue),
    seasonal: average((each) => each.seasonal),
  };
}
