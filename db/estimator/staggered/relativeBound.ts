import { gammaQuantile, studentQuantile } from '../distributions.ts';
import { at, sum } from '../numbers.ts';
import type { AggregateAt, Series } from './aggregate.ts';
import type { Estimate } from './groupTime.ts';
import { fTail, noncentralityFound80, type FDegrees } from './noncentral.ts';
import { inverseForm, type QuadraticForm } from './quadraticForm.ts';
import { freedInfluence, smallError } from './smallSample.ts';

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

/**
 * Hotelling's test, for a Wald statistic whose variances are divided by the units and not by what is free of them, as an F test.
 * Source: Hotelling, Annals of Mathematical Statistics 2 (1931).
 * @param free units less their groups
 * @returns null where too few are free
 */
function hotelling(
  statistic: number,
  rank: number,
  { units, free }: { units: number; free: number },
): { readonly degrees: FDegrees; readonly p: number } | null {
  const left = free - rank + 1;
  if (left < 1) return null;
  const degrees: FDegrees = [rank, left];
  return { degrees, p: fTail((statistic * left) / (rank * units), degrees) };
}

/** Effects before the treatment as a form of their estimated covariance, from the influence of each unit. */
function formOf(influences: readonly Float64Array[]): QuadraticForm {
  const units = at(influences, 0).length;
  const byUnit = Array.from({ length: units }, (_, unit) => influences.map((influence) => at(influence, unit)));
  return inverseForm(byUnit, units * units);
}

/**
 * Noncentrality that a trend of 1 a period gives the test. The inverse of a covariance that few units estimate is too large: of a trend, by
 * the free units over a chi-square law with as many degrees of freedom as the test leaves, whose middle is taken.
 * Source: Muirhead, Aspects of Multivariate Statistical Theory (1982), theorem 3.2.12.
 */
function noncentralityOfTrend(before: readonly Estimate[], cohorts: readonly number[], [, left]: FDegrees): number {
  const form = formOf(before.map((effect) => freedInfluence(effect, cohorts)));
  const free = cohorts.length - new Set(cohorts).size;
  return (form.of(before.map(() => 1)) * gammaQuantile(0.5, left / 2, 0.5)) / free;
}

/** The trend a period that the test finds in 8 of 10 samples: the noncentrality grows with its square. */
function slopeFound(degrees: FDegrees, ofTrend: number): number | null {
  const wanted = noncentralityFound80(degrees);
  return wanted === null || ofTrend === 0 ? null : Math.sqrt(wanted / ofTrend);
}

/**
 * Test of all effects before the treatment, with its power against a linear trend: a test that finds nothing says little where it would
 * have missed what matters. Source: Roth, American Economic Review: Insights 4 (2022).
 * @returns null without a period before, without spread, or with too few units for a test
 */
export function preTrendPower({ effects }: Series, cohorts: readonly number[]): PreTrendPower | null {
  const before = effects.filter((effect) => effect.at < 0);
  const after = effects.filter((effect) => effect.at >= 0);
  if (before.length === 0 || before.some(({ alone }) => alone === true)) return null;
  const { rank, of } = formOf(before.map(({ influence }) => influence));
  if (rank === 0) return null;
  const statistic = of(before.map(({ att }) => att));
  const units = cohorts.length;
  const test = hotelling(statistic, rank, { units, free: units - new Set(cohorts).size });
  if (test === null) return null;
  const found = slopeFound(test.degrees, noncentralityOfTrend(before, cohorts, test.degrees));
  return {
    statistic,
    degreesOfFreedom: rank,
    p: test.p,
    slopeFound80: found,
    biasOfThatSlope: found === null || after.length === 0 ? null : found * meanSteps(after),
  };
}
