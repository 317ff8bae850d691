import type { Estimate, GradeReason } from '#contract/statistics/estimate';

export const criteria = [
  'monthsBefore',
  'monthsAfter',
  'starved',
  'residual',
  'administrative',
  'inflowSplit',
  'preTrend',
  'structuralBand',
  'ownData',
  'staffing',
  'wholeMonths',
  'practice',
  'controls',
  'counts',
  'chains',
] as const;
export type Criterion = (typeof criteria)[number];

/** The criterion that each reason says is not met, or could not be judged. */
const criterionOf: Readonly<Record<GradeReason, Criterion>> = {
  months_before_under_24: 'monthsBefore',
  months_before_under_12: 'monthsBefore',
  months_after_under_12: 'monthsAfter',
  starved_over_10: 'starved',
  starved_over_30: 'starved',
  starved_not_evaluated: 'starved',
  residual_over_5: 'residual',
  residual_over_10: 'residual',
  residual_not_evaluated: 'residual',
  inflow_split_missing: 'inflowSplit',
  mostly_administrative: 'administrative',
  administrative_not_evaluated: 'administrative',
  pre_trend_not_flat: 'preTrend',
  pre_trend_not_evaluated: 'preTrend',
  rose_before_funding: 'preTrend',
  outside_structural_band: 'structuralBand',
  structural_band_not_evaluated: 'structuralBand',
  prior_driven: 'ownData',
  weakly_learnt: 'ownData',
  staffing_doubtful: 'staffing',
  months_partial: 'wholeMonths',
  practice_changed: 'practice',
  practice_changed_with_funding: 'practice',
  inflow_rose: 'inflowSplit',
  few_controls: 'controls',
  no_controls: 'controls',
  small_counts: 'counts',
  not_converged: 'chains',
  being_checked: 'chains',
};

/** The criteria that are met. */
export function metCriteria({ gradeReasons }: Pick<Estimate, 'gradeReasons'>): readonly Criterion[] {
  const missed = gradeReasons.map((reason) => criterionOf[reason]);
  return criteria.filter((criterion) => !missed.includes(criterion));
}

/** The reason says that nothing could be said, not that something was found. */
export function isUnjudged(reason: GradeReason): boolean {
  return reason.endsWith('_not_evaluated') || reason === 'being_checked';
}

/** Each of these alone refuses a grade; of the second, makes it D; of the third, C at best. */
const deciding: readonly (readonly GradeReason[])[] = [
  ['not_converged', 'being_checked'],
  [
    'prior_driven',
    'months_before_under_12',
    'starved_over_30',
    'residual_over_10',
    'mostly_administrative',
    'practice_changed_with_funding',
    'no_controls',
  ],
  [
    'weakly_learnt',
    'staffing_doubtful',
    'months_partial',
    'practice_changed',
    'few_controls',
    'pre_trend_not_flat',
    'rose_before_funding',
    'inflow_rose',
  ],
];

/** The reason alone allows no better than C. */
export function isCapping(reason: GradeReason): boolean {
  return deciding[2]?.includes(reason) === true;
}

/** Fewer for reasons that decide more of the grade. */
function rankOf(reason: GradeReason): number {
  const rank = deciding.findIndex((reasons) => reasons.includes(reason));
  return rank < 0 ? deciding.length : rank;
}

interface MainReasons {
  readonly missed: readonly GradeReason[];
  readonly met: readonly Criterion[];
}

/** Three reasons of the grade: those that decide it first, then others not met, then criteria that are met. */
export function mainReasons(estimate: Pick<Estimate, 'gradeReasons' | 'littlesLaw'>): MainReasons {
  const room = estimate.littlesLaw?.alarm === true ? 2 : 3;
  const missed = estimate.gradeReasons.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, room);
  return { missed, met: metCriteria(estimate).slice(0, room - missed.length) };
}
