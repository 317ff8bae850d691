import { at, quantileOfSorted } from '../numbers.ts';
import { summarise, type Quantiles, type Summary } from '../summary.ts';
import type { Projections } from './project.ts';
import type { Projection } from './unitRun.ts';

/** Draws of one month, in the order of the draws. */
export function drawsAt(values: Float64Array, { months, draws }: Projections, h: number): number[] {
  return Array.from({ length: draws }, (_, d) => at(values, d * months.length + h));
}

/** Draws of the sum of the first months up to and with `h`. */
function drawsUpTo(values: Float64Array, { months, draws }: Projections, h: number): number[] {
  return Array.from({ length: draws }, (_, d) => {
    let total = 0;
    for (let t = 0; t <= h; t += 1) total += at(values, d * months.length + t);
    return total;
  });
}

/** A plan at one month: the numbers that a page shows. Files, but for `monthsOfWork`. */
export type PlanMark = {
  /** Months from the last known one. */
  readonly ahead: number;
  readonly month: string;
  readonly backlog: Summary;
  /** Sums from the first planned month to this one. */
  readonly inflow: Summary;
  readonly investigated: Summary;
  /** Left otherwise than by investigation, at the unit's own rate: no plan changes it. */
  readonly administrative: Summary;
  /** Months in which today's base staff would close that backlog if nothing else came in; null without base staff. */
  readonly monthsOfWork: Summary | null;
};

export type PlanOutlook = {
  /** Backlog at the end of each planned month, in files. */
  readonly fan: readonly Quantiles[];
  readonly marks: readonly PlanMark[];
};

function quantilesOf(draws: readonly number[]): Quantiles {
  const sorted = Float64Array.from(draws).sort();
  const q = (level: number): number => quantileOfSorted(sorted, level);
  return { p025: q(0.025), p10: q(0.1), p25: q(0.25), p50: q(0.5), p75: q(0.75), p90: q(0.9), p975: q(0.975) };
}

function monthsOfWork(projection: Projection, projections: Projections, h: number): Summary | null {
  const capacity = drawsAt(projection.baseCapacity, projections, h);
  if (capacity.some((files) => !(files > 0))) return null;
  return summarise(drawsAt(projection.backlog, projections, h).map((files, d) => files / at(capacity, d)));
}

/** Fan and marks of one plan. @param aheads months from the last known one, each inside the projection */
export function describePlan(projections: Projections, projection: Projection, aheads: readonly number[]): PlanOutlook {
  return {
    fan: projections.months.map((_, h) => quantilesOf(drawsAt(projection.backlog, projections, h))),
    marks: aheads.map((ahead) => ({
      ahead,
      month: at(projections.months, ahead - 1),
      backlog: summarise(drawsAt(projection.backlog, projections, ahead - 1)),
      inflow: summarise(drawsUpTo(projection.inflow, projections, ahead - 1)),
      investigated: summarise(drawsUpTo(projection.investigated, projections, ahead - 1)),
      administrative: summarise(drawsUpTo(projection.administrative, projections, ahead - 1)),
      monthsOfWork: monthsOfWork(projection, projections, ahead - 1),
    })),
  };
}

/** Backlog of one plan minus that of another at a month, draw by draw; files. */
export function difference(projections: Projections, one: Projection, other: Projection, ahead: number): Summary {
  const first = drawsAt(one.backlog, projections, ahead - 1);
  const second = drawsAt(other.backlog, projections, ahead - 1);
  return summarise(first.map((files, d) => files - at(second, d)));
}
