import { at, z975 } from '../numbers.ts';
import { atRiskOf, type LifeTable } from './lifeTable.ts';

/** One element a time of the life table. */
export interface SurvivalCurve {
  readonly times: readonly number[];
  /** Subjects still followed just before the time. */
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  /** Estimated share without the event after the time. */
  readonly survival: readonly number[];
  /** Greenwood's standard error of `survival`; null once nobody is left without the event. */
  readonly standardError: readonly (number | null)[];
  /** Pointwise 95 % limits; null before the first event and once nobody is left, where the transformation has none. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/**
 * Kaplan and Meier's product-limit estimate (1958) with Greenwood's variance and 95 % limits on the log(-log) scale
 * (Kalbfleisch and Prentice 2002, 1.4): unlike the plain ones they stay between 0 and 1 and hold for few subjects.
 */
export function kaplanMeier(table: LifeTable): SurvivalCurve {
  const atRisk = atRiskOf(table);
  const survival: number[] = [];
  const standardError: (number | null)[] = [];
  const limits: (readonly [number, number] | null)[] = [];
  let share = 1;
  let greenwood = 0;
  for (const [index, events] of table.events.entries()) {
    const risk = at(atRisk, index);
    share *= (risk - events) / risk;
    greenwood += events / (risk * (risk - events));
    survival.push(share);
    standardError.push(share === 0 ? null : share * Math.sqrt(greenwood));
    limits.push(logLogLimits(share, greenwood));
  }
  return {
    times: table.times,
    atRisk,
    events: table.events,
    survival,
    standardError,
    low: limits.map((each) => each?.[0] ?? null),
    high: limits.map((each) => each?.[1] ?? null),
  };
}

function logLogLimits(share: number, greenwood: number): readonly [number, number] | null {
  if (share === 0 || greenwood === 0) return null;
  const spread = (z975 * Math.sqrt(greenwood)) / Math.abs(Math.log(share));
  return [share ** Math.exp(spread), share ** Math.exp(-spread)];
}

export interface TimeWithLimits {
  /** Null where the curve, or the limit, never comes down to the level. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A share that is one half in exact arithmetic is not always one in this. */
const rounding = 1e-12;

const firstTime = (times: readonly number[], values: readonly (number | null)[], share: number): number | null => {
  const index = values.findIndex((value) => value !== null && value <= share + rounding);
  return index < 0 ? null : at(times, index);
};

/** The first time at which at most this share is without the event; null where the curve never comes down to it. */
export function firstTimeUnder({ times, survival }: SurvivalCurve, share: number): number | null {
  return firstTime(times, survival, share);
}

/**
 * The first time at which at most half are without the event. Its 95 % limits are the first times at which the curve's
 * own limits come down to one half (Brookmeyer and Crowley 1982, on the scale of the limits).
 */
export function medianOf({ times, survival, low, high }: SurvivalCurve): TimeWithLimits {
  const [value = null, lower = null, upper = null] = [survival, low, high].map((values) =>
    firstTime(times, values, 0.5),
  );
  return { value, low: lower, high: upper };
}
