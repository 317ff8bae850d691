import { at } from '../numbers.ts';
import { cohortSizes, type Estimate, type GroupTime } from './groupTime.ts';

/** Effects that can be joined: each belongs to the cohort by whose share it is weighted. */
type CohortEstimate = Estimate & { readonly cohort: number };

/** An aggregate at a value of what it is aggregated by: an event time, a cohort or a period. */
export type AggregateAt = Estimate & { readonly at: number };

/** The aggregates one by one, and one figure for all; null where nothing after treatment could be estimated. */
export type Series = { readonly overall: Estimate | null; readonly effects: readonly AggregateAt[] };

/**
 * Mean of effects weighted by the share of each one's cohort. The shares are estimated too: with p_k the shares, S their sum and a the
 * aggregate, this adds sum_k 1{G = g_k}(att_k - a) / S to the influence, which is did's weight term in one sum.
 */
function weightByCohort(parts: readonly CohortEstimate[], cohorts: readonly number[]): Estimate {
  const sizes = cohortSizes(cohorts);
  const shares = parts.map(({ cohort }) => (sizes.get(cohort) ?? 0) / cohorts.length);
  const total = shares.reduce((one, other) => one + other, 0);
  const att = parts.reduce((so, part, k) => so + (at(shares, k) / total) * part.att, 0);
  const byWeights = new Map<number, number>();
  for (const part of parts) {
    byWeights.set(part.cohort, (byWeights.get(part.cohort) ?? 0) + (part.att - att) / total);
  }
  const influence = Float64Array.from(cohorts, (cohort) => byWeights.get(cohort) ?? 0);
  parts.forEach((part, k) => {
    addScaled(influence, part.influence, at(shares, k) / total);
  });
  return { att, influence, alone: parts.some((part) => part.alone === true) };
}

/** Plain mean of effects; null of none. */
function average(parts: readonly Estimate[]): Estimate | null {
  const [first] = parts;
  if (first === undefined) return null;
  const influence = new Float64Array(first.influence.length);
  for (const part of parts) addScaled(influence, part.influence, 1 / parts.length);
  return {
    att: parts.reduce((total, part) => total + part.att, 0) / parts.length,
    influence,
    alone: parts.some((part) => part.alone === true),
  };
}

function addScaled(sum: Float64Array, values: Float64Array, factor: number): void {
  values.forEach((value, unit) => {
    sum[unit] = (sum[unit] ?? 0) + factor * value;
  });
}

function aggregateBy(
  parts: readonly GroupTime[],
  cohorts: readonly number[],
  key: (part: GroupTime) => number,
): readonly AggregateAt[] {
  const values = [...new Set(parts.map(key))].sort((one, other) => one - other);
  return values.map((value) => ({
    at: value,
    ...weightByCohort(
      parts.filter((part) => key(part) === value),
      cohorts,
    ),
  }));
}

const isAfter = (part: GroupTime): boolean => part.period >= part.cohort;

/** Mean of all effects after treatment, each weighted by its cohort's share; null where there is none. */
export function aggregateSimple(parts: readonly GroupTime[], cohorts: readonly number[]): Estimate | null {
  const after = parts.filter(isAfter);
  return after.length === 0 ? null : weightByCohort(after, cohorts);
}

/**
 * By event time (period - cohort); overall: plain mean of the event times from 0.
 * @param within first and last event time that are kept
 */
export function aggregateByEvent(
  parts: readonly GroupTime[],
  cohorts: readonly number[],
  within: readonly [number, number] = [-Infinity, Infinity],
): Series {
  const effects = aggregateBy(parts, cohorts, (part) => part.period - part.cohort).filter(
    (effect) => effect.at >= within[0] && effect.at <= within[1],
  );
  return { overall: average(effects.filter((effect) => effect.at >= 0)), effects };
}

/** By cohort, over its treated periods; overall: mean weighted by the cohorts' shares. */
export function aggregateByCohort(parts: readonly GroupTime[], cohorts: readonly number[]): Series {
  const effects = aggregateBy(parts.filter(isAfter), cohorts, (part) => part.cohort);
  if (effects.length === 0) return { overall: null, effects };
  const overall = weightByCohort(
    effects.map((effect) => ({ ...effect, cohort: effect.at })),
    cohorts,
  );
  return { overall, effects };
}

/** By period, over the cohorts treated by then; overall: plain mean of the periods. */
export function aggregateByPeriod(parts: readonly GroupTime[], cohorts: readonly number[]): Series {
  const effects = aggregateBy(parts.filter(isAfter), cohorts, (part) => part.period);
  return { overall: average(effects), effects };
}
