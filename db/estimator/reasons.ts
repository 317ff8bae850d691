/** Where the productivity of the funded staff comes from: these units, a reference made elsewhere, or the prior. */
export type Basis = 'estimated' | 'reference' | 'prior';

/** Why an estimate is graded below A or given as an interval only. The words for each are the caller's. */
export type GradeReason =
  | 'months_before_under_24'
  | 'months_before_under_12'
  | 'months_after_under_12'
  | 'starved_over_10'
  | 'starved_over_30'
  | 'starved_not_evaluated'
  | 'residual_over_5'
  | 'residual_over_10'
  | 'residual_not_evaluated'
  | 'inflow_split_missing'
  | 'mostly_administrative'
  | 'administrative_not_evaluated'
  | 'pre_trend_not_flat'
  | 'pre_trend_not_evaluated'
  | 'rose_before_funding'
  | 'outside_structural_band'
  | 'structural_band_not_evaluated'
  | 'prior_driven'
  | 'weakly_learnt'
  | 'staffing_doubtful'
  | 'months_partial'
  | 'practice_changed'
  | 'practice_changed_with_funding'
  | 'inflow_rose'
  | 'few_controls'
  | 'no_controls'
  | 'small_counts'
  | 'not_converged'
  | 'being_checked';

/** What a reader should know although it changes no grade. */
export type CautionCode =
  | 'never_funded'
  | 'funding_before_window'
  | 'segment_started'
  | 'definition_not_recorded'
  | 'overtime_not_recorded'
  | 'overtime_incomplete'
  | 'months_unreported'
  | 'outside_inflow_rose'
  | 'staff_unknown_before';

/** A refusal names the months that cause it, 'YYYY-MM'. */
export type Refusal = {
  readonly code: 'fte_missing' | 'staffing_impossible' | 'definition_changed' | 'no_reported_month_after';
  readonly months: readonly string[];
};
