import { at, mean, quantileOfSorted } from '../numbers.ts';
import type { StaggeredPanel } from './panel.ts';
import { permuteEvents, type PermutationSettings } from './permutation.ts';
import type { QuadraticForm } from './quadraticForm.ts';

const significance = 0.05;
const power = 0.8;

/** In deviations of what chance gives: far beyond what data can show. */
const strongest = 1e4;
const precision = 1e-6;

/** A panel without the effects of the treatment, the events before it, and how start dates were dealt out. */
type Studied = {
  readonly panel: StaggeredPanel;
  readonly events: readonly number[];
  readonly settings: PermutationSettings;
};

/** 1'V1, a trend's square over the mean square of what dealing out its own units gives, and how many assignments are compared. */
type Law = { readonly ofTrend: number; readonly free: number; readonly assignments: number };

/** Of one assignment: b'Vb, and 1'Vb. */
type Forms = { readonly own: number; readonly along: number };

/** 1'Vb comes from the form alone: of b + 1 it is b'Vb + 2 1'Vb + 1'V1. */
function formsOf(effects: Float64Array, { of }: QuadraticForm, ofTrend: number): Forms {
  const own = of(effects);
  return { own, along: (of(effects.map((effect) => effect + 1)) - own - ofTrend) / 2 };
}

/**
 * The statistic of the actual assignment, whose treated units have a trend as well: the trend moves its effects, and widens what it is
 * compared with, as the other assignments deal out the same units, and it is one of them.
 */
function underTrend({ own, along }: Forms, trend: number, { ofTrend, free, assignments }: Law): number {
  const within = Math.max(free - own, Number.EPSILON * free);
  const moved = own + 2 * trend * along + trend ** 2 * ofTrend + (own + trend * along) ** 2 / within;
  return 1 / (1 / moved + 1 / free + 1 / assignments);
}

/** Of the panel, a trend of 1 a period of the units to be treated, up to their treatment. */
function trendAlone({ periods, cohorts, outcomes }: StaggeredPanel): StaggeredPanel {
  const until = (event: number): number => (event < 0 && Number.isFinite(event) ? event + 1 : 0);
  return {
    periods,
    cohorts,
    outcomes: outcomes.map((values, t) =>
      values.map((value, unit) => (Number.isNaN(value) ? NaN : until(at(periods, t) - at(cohorts, unit)))),
    ),
  };
}

/**
 * A trend's square over the mean square of what dealing out its own units gives. For one cohort these are the units less one; where the
 * treatment has many dates a unit dealt to another one brings part of its trend only.
 */
function freeOf({ panel, events, settings }: Studied): number {
  const means = permuteEvents(trendAlone(panel), events, settings).map(mean);
  return 1 / mean(means.slice(1).map((value) => value ** 2));
}

/**
 * The smallest linear trend a period, of treated units over the others and either way, that the permuted test of the effects before the
 * treatment finds in 8 of 10 samples. Chance is that of the assignments.
 * Source of the question: Roth, American Economic Review: Insights 4 (2022).
 * @param permuted effects before the treatment, each the change from the period before, by assignment; the actual one first
 * @param form of their second moments
 * @returns null where no trend is found so often, however strong
 */
export function trendFound80(studied: Studied, permuted: readonly Float64Array[], form: QuadraticForm): number | null {
  const law: Law = {
    ofTrend: form.of(at(permuted, 0).map(() => 1)),
    free: freeOf(studied),
    assignments: permuted.length,
  };
  const chance = permuted.slice(1).map((effects) => formsOf(effects, form, law.ofTrend));
  const least = quantileOfSorted(Float64Array.from(chance, ({ own }) => own).sort(), 1 - significance);
  const isFound = (trend: number): boolean => {
    const statistics = chance.flatMap((each) => [trend, -trend].map((way) => underTrend(each, way, law)));
    return statistics.filter((statistic) => statistic > least).length >= power * statistics.length;
  };
  let high = strongest / Math.sqrt(law.ofTrend);
  if (!isFound(high)) return null;
  let low = 0;
  while (high - low > precision * high) {
    const middle = (low + high) / 2;
    if (isFound(middle)) high = middle;
    else low = middle;
  }
  return high;
}
