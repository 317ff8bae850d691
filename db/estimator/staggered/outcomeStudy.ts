import { gammaCdf } from '../distributions.ts';
import { at, mean, quantileOfSorted } from '../numbers.ts';
import { deviationOf } from '../moments.ts';
import { aggregateByEvent, type AggregateAt, type Series } from './aggregate.ts';
import { estimateGroupTimes, standardError, type Estimate } from './groupTime.ts';
import type { StaggeredPanel } from './panel.ts';
import { permutationP, permuteEvents, type PermutationSettings } from './permutation.ts';
import { inverseForm } from './quadraticForm.ts';
import { trendFound80 } from './trendFound.ts';

const significance = 0.05;

/** With fewer assignments no p-value can fall below the significance. */
export const fewestAssignments = 21;

/** A p-value by dealing out the start dates again among all units. */
export type PermutationTest = {
  /** Share of the assignments, the actual one among them, with a statistic at least as large; null where fewer than 21 could be estimated. */
  readonly p: number | null;
  readonly assignments: number;
};

export type EventEffect = {
  /** Periods since the one in which the treatment started. */
  readonly event: number;
  readonly att: number;
  /** By influence functions: too small where cohorts have few units. */
  readonly standardError: number;
};

/** Did cohorts and controls move alike before the treatment? */
export type PreTrend = {
  /** Wald test of all event times by influence functions, which rejects far too often where cohorts have few units; null without spread. */
  readonly wald: { readonly statistic: number; readonly degreesOfFreedom: number; readonly p: number } | null;
  readonly permutation: PermutationTest;
  /** The permutations' p is at least 5 %. */
  readonly flat: boolean | null;
  /** Smallest trend, in logs a period, that the permutations find in 8 of 10 samples; null where there is none, or no p. */
  readonly found80: number | null;
};

/** Had the cohorts risen over their controls in the two periods before the treatment? The test is one-sided. */
export type EarlyRise = {
  /** Mean of the two, over the mean of the periods studied before them. */
  readonly rise: number;
  readonly permutation: PermutationTest;
  /** Above 0, with p below 2.5 %. */
  readonly risen: boolean | null;
};

/** Mean of the event times from 0. The test is one-sided: is the mean higher than other start dates would have it? */
export type MeanAfter = {
  readonly att: number;
  readonly standardError: number;
  readonly permutation: PermutationTest;
  /** Above 0, with p below 5 %. */
  readonly risen: boolean | null;
  /** Smallest true rise, in logs, that the test finds in 8 of 10 samples; null where there is no p. A "no" says nothing of less than this. */
  readonly found80: number | null;
};

/** Null parts had no period that could be compared. */
export type OutcomeStudy = {
  readonly effects: readonly EventEffect[];
  readonly preTrend: PreTrend | null;
  readonly early: EarlyRise | null;
  readonly after: MeanAfter | null;
};

function testByPermutation(statistics: readonly number[]): PermutationTest {
  const assignments = statistics.length;
  return { p: assignments < fewestAssignments ? null : permutationP(statistics), assignments };
}

/**
 * The panel as if the treatment had done nothing: the mean effect of each event time is taken off the treated units. Otherwise the effect
 * itself, dealt to other dates, would pass for unrest before the treatment and hide a trend.
 */
function withoutEffects(panel: StaggeredPanel, { effects }: Series): StaggeredPanel {
  const byEvent = new Map(effects.map((effect) => [effect.at, effect.att]));
  return {
    ...panel,
    outcomes: panel.outcomes.map((values, t) =>
      values.map((value, unit) => {
        const event = at(panel.periods, t) - at(panel.cohorts, unit);
        return event < 0 ? value : value - (byEvent.get(event) ?? NaN);
      }),
    ),
  };
}

function waldTest(estimates: readonly Estimate[]): PreTrend['wald'] {
  const units = at(estimates, 0).influence.length;
  const byUnit = Array.from({ length: units }, (_, unit) => estimates.map(({ influence }) => at(influence, unit)));
  const { rank, of } = inverseForm(byUnit, units * units);
  if (rank === 0) return null;
  const statistic = of(estimates.map(({ att }) => att));
  return { statistic, degreesOfFreedom: rank, p: 1 - gammaCdf(statistic, rank / 2, 1 / 2) };
}

/**
 * The permuted Wald statistic takes its covariance from the permutations themselves, about zero. That of the influence functions is too small,
 * or singular, where cohorts are of one unit; this one treats every assignment alike, so the p-value is exact when units are exchangeable.
 */
function testPreTrend(
  panel: StaggeredPanel,
  all: Series,
  before: readonly AggregateAt[],
  settings: PermutationSettings,
): PreTrend | null {
  if (before.length === 0) return null;
  const events = before.map((effect) => effect.at);
  const untreated = withoutEffects(panel, all);
  const permuted = permuteEvents(untreated, events, settings);
  const form = inverseForm(permuted, permuted.length);
  const permutation = testByPermutation(permuted.map(form.of));
  const { p } = permutation;
  return {
    wald: waldTest(before),
    permutation,
    flat: p === null ? null : p >= significance,
    found80: p === null ? null : trendFound80({ panel: untreated, events, settings }, permuted, form),
  };
}

/** Of the periods before the treatment, the last ones that a treatment recorded late would have fallen in. */
const earlyPeriods = 2;

/** Mean of the last two levels over the mean of those before, from the changes to each period from the one before it. */
function earlyRiseOf(changes: ArrayLike<number>): number {
  const levels = [0];
  for (const change of Array.from(changes)) levels.push(at(levels, levels.length - 1) + change);
  return mean(levels.slice(-earlyPeriods)) - mean(levels.slice(0, -earlyPeriods));
}

function testEarly(
  panel: StaggeredPanel,
  before: readonly AggregateAt[],
  settings: PermutationSettings,
): EarlyRise | null {
  const events = before.map((effect) => effect.at);
  const isWhole = events.every((event, i) => event === i - events.length);
  if (!isWhole || events.length <= earlyPeriods) return null;
  const rises = permuteEvents(panel, events, settings).map(earlyRiseOf);
  const permutation = testByPermutation(rises);
  const rise = at(rises, 0);
  return { rise, permutation, risen: permutation.p === null ? null : permutation.p < significance / 2 && rise > 0 };
}

/** z of 80 and of 95 %. */
const z80 = 0.8416212335729143;
const z95 = 1.6448536269514722;

/**
 * What start dates dealt out by chance give at most in 19 of 20, and as much again as takes 8 of 10 samples beyond it. A rise, dealt out
 * with them, widens what chance gives: by its square over the units less one.
 */
function smallestFound(permuted: readonly number[], units: number): number {
  const sorted = Float64Array.from(permuted).sort();
  const chance = Math.max(0, quantileOfSorted(sorted, 1 - significance));
  const beyond = z80 * deviationOf(permuted);
  let rise = chance + beyond;
  for (let step = 0; step < 20; step += 1) rise = Math.hypot(chance, (z95 * rise) / Math.sqrt(units - 1)) + beyond;
  return rise;
}

function testAfter(
  panel: StaggeredPanel,
  { overall, effects }: Series,
  settings: PermutationSettings,
): MeanAfter | null {
  if (overall === null) return null;
  const events = effects.map((effect) => effect.at).filter((event) => event >= 0);
  const means = permuteEvents(panel, events, settings).map(mean);
  const permutation = testByPermutation(means);
  const { p } = permutation;
  return {
    att: overall.att,
    standardError: standardError(overall),
    permutation,
    risen: p === null ? null : p < significance && overall.att > 0,
    found80: p === null ? null : smallestFound(means.slice(1), panel.cohorts.length),
  };
}

/** The event study of one outcome against never treated units. @param within first and last event time studied */
export function studyOutcome(
  panel: StaggeredPanel,
  within: readonly [number, number],
  settings: PermutationSettings,
): OutcomeStudy {
  const parts = estimateGroupTimes(panel, 'never');
  const series = aggregateByEvent(parts, panel.cohorts, within);
  const before = series.effects.filter((effect) => effect.at < 0);
  const all = aggregateByEvent(parts, panel.cohorts);
  return {
    effects: series.effects.map((effect) => ({
      event: effect.at,
      att: effect.att,
      standardError: standardError(effect),
    })),
    preTrend: testPreTrend(panel, all, before, settings),
    early: testEarly(withoutEffects(panel, all), before, settings),
    after: testAfter(panel, series, settings),
  };
}
