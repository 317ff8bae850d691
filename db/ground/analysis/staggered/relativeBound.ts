import { betaCdf, gammaCdf, gammaQuantile } from '../distributions.ts';
import { at, sum } from '../numbers.ts';
import type { AggregateAt, Series } from './aggregate.ts';
import type { Estimate } from './groupTime.ts';
import { inverseForm } from './quadraticForm.ts';
import { smallError, studentQuantile } from './smallSample.ts';

/** How strong a departure from parallel trends the mean effect bears, in multiples of the largest one seen before the treatment. */
export type RelativeBound = {
  /** Largest change against the controls from one period to the next before the treatment, as estimated. */
  readonly largestBefore: number;
  /** By multiple: all mean effects that such a departure leaves possible, as estimated and with 95 % for the errors of both. */
  readonly bounds: readonly {
    readonly multiple: number;
    readonly set: readonly [number, number];
    readonly interval: readonly [number, number] | null;
  }[];
  /** Smallest multiple at which no effect at all is possible: as estimated, and within the interval (0: without any departure). */
  readonly breakdown: { readonly estimated: number | null; readonly interval: number | null };
};

/** The test that cohorts moved alike before the treatment, and how large a trend it would have missed. */
export type PreTrendPower = {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** A linear trend of so much a period that the test finds in 8 of 10 samples, and what it would put into the mean effect. */
  readonly slopeFound80: number | null;
  readonly biasOfThatSlope: number | null;
};

const multiples = [0, 0.5, 1, 1.5, 2] as const;

/** 95 % for two parts, one of which is the largest of several: each has half of what may go wrong. */
const halved = 0.025;

/** The departure adds up from period to period: after the last of the events 0 to K it is K + 1 steps, (K + 2) / 2 on average. */
function meanSteps(events: readonly AggregateAt[]): number {
  return sum(events.map(({ at: event }) => event + 1)) / events.length;
}

/**
 * Bounds of the mean effect if the trends of cohorts and controls may part from one period to the next by `multiple` times the largest parting
 * seen before the treatment. Effects before it must be changes from the period before. The interval joins a 97.5 % one of the effect and the
 * upper ends, 97.5 % together, of the changes before: wider than Rambachan and Roth's own, which need more than a few units.
 * Source: Rambachan and Roth, Review of Economic Studies 90 (2023), section 2.4.1 (relative magnitudes).
 * @returns null without a period before, or after
 */
export function relativeBound({ overall, effects }: Series, cohorts: readonly number[]): RelativeBound | null {
  const before = effects.filter((effect) => effect.at < 0);
  const after = effects.filter((effect) => effect.at >= 0);
  if (overall === null || before.length === 0 || after.length === 0) return null;
  const steps = meanSteps(after);
  const largestBefore = Math.max(...before.map(({ att }) => Math.abs(att)));
  const own = endsOf(overall, cohorts, halved);
  const highest = before.map((effect) => {
    const ends = endsOf(effect, cohorts, halved / before.length);
    return ends && Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
  });
  const surely = highest.every((value) => value !== null) ? Math.max(...highest) : null;
  const around = (low: number, high: number, by: number): [number, number] => [low - by, high + by];
  return {
    largestBefore,
    bounds: multiples.map((multiple) => ({
      multiple,
      set: around(overall.att, overall.att, multiple * steps * largestBefore),
      interval: own && surely !== null ? around(own[0], own[1], multiple * steps * surely) : null,
    })),
    breakdown: {
      estimated: largestBefore > 0 ? Math.abs(overall.att) / (steps * largestBefore) : null,
      interval: own && surely ? nearestToZero(own) / (steps * surely) : null,
    },
  };
}

/** How far an interval is from zero; 0 where it holds zero. */
function nearestToZero([low, high]: readonly [number, number]): number {
  return Math.max(low, -high, 0);
}

function endsOf(estimate: Estimate, cohorts: readonly number[], tail: number): readonly [number, number] | null {
  const error = smallError(estimate, cohorts);
  if (error === null) return null;
  const half = studentQuantile(tail, error.degreesOfFreedom) * error.standardError;
  return [estimate.att - half, estimate.att + half];
}

/** P(X > x) of a chi-square law with a noncentrality: a Poisson mixture of central ones. */
function noncentralTail(x: number, degrees: number, noncentrality: number): number {
  let weight = Math.exp(-noncentrality / 2);
  let total = 0;
  for (let k = 0; k < 500; k += 1) {
    total += weight * (1 - gammaCdf(x, degrees / 2 + k, 0.5));
    weight *= noncentrality / 2 / (k + 1);
    if (k > noncentrality && weight < 1e-14) break;
  }
  return total;
}

/** The noncentrality at which a test of 5 % finds what is there in 8 of 10 samples. */
function noncentralityFound80(degrees: number): number {
  const critical = gammaQuantile(0.95, degrees / 2, 0.5);
  let [low, high] = [0, 8];
  while (noncentralTail(critical, degrees, high) < 0.8) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (noncentralTail(critical, degrees, middle) < 0.8) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * P of Hotelling's test, for a Wald statistic whose variances are divided by the units and not by what is free of them.
 * Source: Hotelling, Annals of Mathematical Statistics 2 (1931).
 * @param free units less their groups
 * @returns null where too few are free
 */
function hotellingP(statistic: number, rank: number, { units, free }: { units: number; free: number }): number | null {
  const left = free - rank + 1;
  if (left < 1) return null;
  const f = (statistic * left) / (rank * units);
  return betaCdf(left / (left + rank * f), left / 2, rank / 2);
}

/**
 * Test of all effects before the treatment, with its power against a linear trend: a test that finds nothing says little where it would
 * have missed what matters. Source: Roth, American Economic Review: Insights 4 (2022).
 * @returns null without a period before, without spread, or with too few units for a test
 */
export function preTrendPower({ effects }: Series, cohorts: readonly number[]): PreTrendPower | null {
  const before = effects.filter((effect) => effect.at < 0);
  const after = effects.filter((effect) => effect.at >= 0);
  const [first] = before;
  if (first === undefined || before.some(({ alone }) => alone === true)) return null;
  const units = first.influence.length;
  const byUnit = Array.from({ length: units }, (_, unit) => before.map(({ influence }) => at(influence, unit)));
  const { rank, of } = inverseForm(byUnit, units * units);
  if (rank === 0) return null;
  const statistic = of(before.map(({ att }) => att));
  const slope = Math.sqrt(noncentralityFound80(rank) / of(before.map(() => 1)));
  const found = Number.isFinite(slope) ? slope : null;
  const p = hotellingP(statistic, rank, { units, free: units - new Set(cohorts).size });
  if (p === null) return null;
  return {
    statistic,
    degreesOfFreedom: rank,
    p,
    slopeFound80: found,
    biasOfThatSlope: found === null || after.length === 0 ? null : found * meanSteps(after),
  };
}
