import { studentQuantile } from '../distributions.ts';
import { at } from '../numbers.ts';
import {
  aggregateByCohort,
  aggregateByEvent,
  aggregateByPeriod,
  aggregateSimple,
  type AggregateAt,
  type Series,
} from './aggregate.ts';
import { estimateGroupTimes, standardError, type Controls, type Estimate } from './groupTime.ts';
import type { StaggeredPanel } from './panel.ts';
import { preTrendPower, relativeBound, type PreTrendPower, type RelativeBound } from './relativeBound.ts';
import { smallError } from './smallSample.ts';
import { uniformBand, type Band, type BootstrapSettings } from './uniformBand.ts';

export type Aggregation = 'simple' | 'dynamic' | 'group' | 'calendar';

export type StaggeredOptions = {
  readonly controls: Controls;
  readonly aggregations: readonly Aggregation[];
  /** null = no bands. */
  readonly bootstrap: BootstrapSettings | null;
};

/**
 * In the units of the outcome. `standardError` is that of the influence functions; null, with all that follows from it, where a group compared is
 * a single unit. The interval of 95 % corrects it for few units. The band is null where no bootstrap was asked for.
 */
type Effect = {
  readonly att: number;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
  readonly low: number | null;
  readonly high: number | null;
};
type BandedEffect = Effect & { readonly band: Band | null };

type Banded<E> = { readonly criticalValue: number | null; readonly effects: readonly (E & BandedEffect)[] };
type Aggregated<E> = { readonly overall: Effect | null } & Banded<E>;

/** The parts that were not asked for are absent. */
export type StaggeredResult = {
  readonly groupTimes: Banded<{ readonly group: number; readonly time: number }>;
  readonly simple?: Effect | null;
  readonly dynamic?: Aggregated<{ readonly event: number }> & {
    readonly preTrend: PreTrendPower | null;
    readonly relativeBound: RelativeBound | null;
  };
  readonly group?: Aggregated<{ readonly group: number }>;
  readonly calendar?: Aggregated<{ readonly time: number }>;
};

function effectOf(estimate: Estimate, cohorts: readonly number[]): Effect {
  const { att } = estimate;
  const error = smallError(estimate, cohorts);
  if (error === null) return { att, standardError: null, degreesOfFreedom: null, low: null, high: null };
  const half = studentQuantile(0.05, error.degreesOfFreedom) * error.standardError;
  const { degreesOfFreedom } = error;
  return { att, standardError: standardError(estimate), degreesOfFreedom, low: att - half, high: att + half };
}

function withBands<P extends Estimate, E>(
  parts: readonly P[],
  cohorts: readonly number[],
  bootstrap: BootstrapSettings | null,
  label: (part: P) => E,
): Banded<E> {
  const uniform = bootstrap === null || parts.length === 0 ? null : uniformBand(parts, bootstrap, cohorts);
  return {
    criticalValue: uniform?.criticalValue ?? null,
    effects: parts.map((part, k) => ({
      ...label(part),
      ...effectOf(part, cohorts),
      band: uniform === null ? null : at(uniform.bands, k),
    })),
  };
}

function aggregated<E>(
  { overall, effects }: Series,
  cohorts: readonly number[],
  bootstrap: BootstrapSettings | null,
  label: (part: AggregateAt) => E,
): Aggregated<E> {
  return { overall: overall && effectOf(overall, cohorts), ...withBands(effects, cohorts, bootstrap, label) };
}

/**
 * Callaway-Sant'Anna difference-in-differences: ATT(g, t) and the aggregations asked for, with standard errors and, by option, uniform bands.
 * Null where there is nobody to compare with. @throws RangeError as `uniformBand` does
 */
export function estimateStaggered(panel: StaggeredPanel, options: StaggeredOptions): StaggeredResult | null {
  const { bootstrap, controls } = options;
  const parts = estimateGroupTimes(panel, controls);
  if (parts.length === 0) return null;
  const asked = (aggregation: Aggregation): boolean => options.aggregations.includes(aggregation);
  const { cohorts } = panel;
  const simple = aggregateSimple(parts, cohorts);
  const byEvent = aggregateByEvent(parts, cohorts);
  return {
    groupTimes: withBands(parts, cohorts, bootstrap, ({ cohort, period }) => ({ group: cohort, time: period })),
    ...(asked('simple') && { simple: simple && effectOf(simple, cohorts) }),
    ...(asked('dynamic') && {
      dynamic: {
        ...aggregated(byEvent, cohorts, bootstrap, (part) => ({ event: part.at })),
        preTrend: preTrendPower(byEvent, cohorts),
        relativeBound: relativeBound(byEvent, cohorts),
      },
    }),
    ...(asked('group') && {
      group: aggregated(aggregateByCohort(parts, cohorts), cohorts, bootstrap, (part) => ({ group: part.at })),
    }),
    ...(asked('calendar') && {
      calendar: aggregated(aggregateByPeriod(parts, cohorts), cohorts, bootstrap, (part) => ({ time: part.at })),
    }),
  };
}
