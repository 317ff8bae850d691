import { at } from '../numbers.ts';
import type { StaggeredPanel } from './panel.ts';

/** With whom a cohort is compared: units never treated, or also those not yet treated in either of the two periods compared. */
export type Controls = 'never' | 'notYet';

/** An estimate and what each unit contributes to its error: estimate - truth is about the mean of `influence` over all units. */
export type Estimate = {
  readonly att: number;
  readonly influence: Float64Array;
  /** One of the groups compared is a single unit: its influence is 0, and says nothing of its error. */
  readonly alone?: boolean;
};

/** Effect of the treatment on one cohort in one period. */
export type GroupTime = Estimate & { readonly cohort: number; readonly period: number };

/** A comparison: the change of `cohort` from `base` to `t` (indices of periods). */
export type Comparison = { readonly cohort: number; readonly t: number; readonly base: number };

/**
 * The comparisons of a cohort. From its first treated period on the base is the last period before it; earlier periods are compared with the
 * one before them, so that they show whether the cohort and its controls moved alike.
 * @throws RangeError for a cohort treated in the first period, or in none
 */
export function comparisonsOf(periods: readonly number[], cohort: number): readonly Comparison[] {
  const start = periods.findIndex((period) => period >= cohort);
  if (start < 1) throw new RangeError('A cohort needs a period before its first treated one, and that one.');
  return periods.slice(1).map((_, index) => {
    const t = index + 1;
    return { cohort, t, base: t < start ? t - 1 : start - 1 };
  });
}

/** Cohorts that are treated within the panel, ascending, each with its number of units. */
export function cohortSizes(cohorts: readonly number[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const cohort of [...cohorts].filter(Number.isFinite).sort((one, other) => one - other)) {
    sizes.set(cohort, (sizes.get(cohort) ?? 0) + 1);
  }
  return sizes;
}

/**
 * Mean change of the members that are observed in both periods, and how many they are; the mean of none is NaN. The inner loop of the
 * permutations: an index is read without the check of `at`, and one outside the panel counts as not observed.
 */
export function meanChange(
  after: Float64Array,
  before: Float64Array,
  members: ArrayLike<number>,
): { readonly mean: number; readonly count: number } {
  let total = 0;
  let count = 0;
  for (let index = 0; index < members.length; index += 1) {
    const unit = members[index] ?? -1;
    const change = (after[unit] ?? NaN) - (before[unit] ?? NaN);
    if (Number.isNaN(change)) continue;
    total += change;
    count += 1;
  }
  return { mean: total / count, count };
}

/** Adds (change - mean) x units / count, with a sign, to the influence of each member observed in both periods. */
function addInfluence(
  influence: Float64Array,
  after: Float64Array,
  before: Float64Array,
  members: readonly number[],
  sign: 1 | -1,
): { readonly mean: number; readonly count: number } {
  const change = meanChange(after, before, members);
  const scale = (sign * influence.length) / change.count;
  for (const unit of members) {
    const deviation = at(after, unit) - at(before, unit) - change.mean;
    if (!Number.isNaN(deviation)) influence[unit] = at(influence, unit) + scale * deviation;
  }
  return change;
}

function isControl(cohort: number, treated: number, untreatedUntil: number): boolean {
  return cohort === Infinity || (cohort > untreatedUntil && cohort !== treated);
}

/**
 * ATT(g, t), the mean effect on cohort g in period t, without covariates and without anticipation, for every cohort and every period after the
 * first: E[Y_t - Y_base | G = g] - E[Y_t - Y_base | controls], with influence 1{G = g}(dY - mean) / p_g - 1{control}(dY - mean) / p_control.
 * Where a unit lacks one of the two periods the comparison rests on the units that have both, and p_g and p_control are the shares of those.
 * A comparison without a member or without a control is left out.
 * Source: Callaway and Sant'Anna, Journal of Econometrics 225 (2021), 200-230.
 */
export function estimateGroupTimes(panel: StaggeredPanel, controls: Controls): readonly GroupTime[] {
  const { periods, cohorts, outcomes } = panel;
  const units = cohorts.map((_, unit) => unit);
  const found: GroupTime[] = [];
  for (const cohort of cohortSizes(cohorts).keys()) {
    const members = units.filter((unit) => cohorts[unit] === cohort);
    for (const { t, base } of comparisonsOf(periods, cohort)) {
      const untreatedUntil = controls === 'never' ? Infinity : at(periods, t);
      const compared = units.filter((unit) => isControl(at(cohorts, unit), cohort, untreatedUntil));
      const influence = new Float64Array(units.length);
      const treated = addInfluence(influence, at(outcomes, t), at(outcomes, base), members, 1);
      const control = addInfluence(influence, at(outcomes, t), at(outcomes, base), compared, -1);
      if (treated.count === 0 || control.count === 0) continue;
      const alone = treated.count < 2 || control.count < 2;
      found.push({ cohort, period: at(periods, t), att: treated.mean - control.mean, influence, alone });
    }
  }
  return found;
}

/** Standard error of an estimate: root of the mean squared influence over the number of units. */
export function standardError({ influence }: Estimate): number {
  let total = 0;
  for (const value of influence) total += value * value;
  return Math.sqrt(total) / influence.length;
}
