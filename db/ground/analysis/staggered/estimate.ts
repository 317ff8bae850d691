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
import { uniformBand, type Band, type BootstrapSettings } from './uniformBand.ts';

export type Aggregation = 'simple' | 'dynamic' | 'group' | 'calendar';

export type StaggeredOptions = {
  readonly controls: Controls;
  readonly aggregations: readonly Aggregation[];
  /** null = no bands. */
  readonly bootstrap: BootstrapSettings | null;
};

/** In the units of the outcome; the band is null where no bootstrap was asked for. */
type Effect = { readonly att: number; readonly standardError: number };
type BandedEffect = Effect & { readonly band: Band | null };

type Banded<E> = { readonly criticalValue: number | null; readonly effects: readonly (E & BandedEffect)[] };
type Aggregated<E> = { readonly overall: Effect | null } & Banded<E>;

/** The parts that were not asked for are absent. */
export type StaggeredResult = {
  readonly groupTimes: Banded<{ readonly group: number; readonly time: number }>;
  readonly simple?: Effect | null;
  readonly dynamic?: Aggregated<{ readonly event: number }>;
  readonly group?: Aggregated<{ readonly group: number }>;
  readonly calendar?: Aggregated<{ readonly time: number }>;
};

function effectOf(estimate: Estimate): Effect {
  return { att: estimate.att, standardError: standardError(estimate) };
}

function withBands<P extends Estimate, E>(
  parts: readonly P[],
  bootstrap: BootstrapSettings | null,
  label: (part: P) => E,
): Banded<E> {
  const uniform = bootstrap === null || parts.length === 0 ? null : uniformBand(parts, bootstrap);
  return {
    criticalValue: uniform?.criticalValue ?? null,
    effects: parts.map((part, k) => ({
      ...label(part),
      ...effectOf(part),
      band: uniform === null ? null : at(uniform.bands, k),
    })),
  };
}

function aggregated<E>(
  { overall, effects }: Series,
  bootstrap: BootstrapSettings | null,
  label: (part: AggregateAt) => E,
): Aggregated<E> {
  return { overall: overall && effectOf(overall), ...withBands(effects, bootstrap, label) };
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
  const simple = aggregateSimple(parts, panel.cohorts);
  return {
    groupTimes: withBands(parts, bootstrap, ({ cohort, period }) => ({ group: cohort, time: period })),
    ...(asked('simple') && { simple: simple && effectOf(simple) }),
    ...(asked('dynamic') && {
      dynamic: aggregated(aggregateByEvent(parts, panel.cohorts), bootstrap, (part) => ({ event: part.at })),
    }),
    ...(asked('group') && {
      group: aggregated(aggregateByCohort(parts, panel.cohorts), bootstrap, (part) => ({ group: part.at })),
    }),
    ...(asked('calendar') && {
      calendar: aggregated(aggregateByPeriod(parts, panel.cohorts), bootstrap, (part) => ({ time: part.at })),
    }),
  };
}
