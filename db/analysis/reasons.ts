/** Why an estimate is refused, held to an interval, or graded below A. The words for each are the caller's. */
export const reasonCodes = [
  'fte_missing',
  'definition_changed',
  'no_reported_month_after',
  'few_months_before',
  'few_months_after',
  'work_limited',
  'stock_flow_unbalanced',
  'inflow_split_missing',
  'mostly_administrative',
  'prior_driven',
  'pre_trend_not_evaluated',
  'structural_band_not_evaluated',
  'small_counts',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What a reader should know although it changes no grade. */
export const cautionCodes = [
  'never_funded',
  'funding_before_window',
  'segment_started',
  'definition_not_recorded',
  'overtime_not_recorded',
  'overtime_incomplete',
  'months_unreported',
] as const;
export type CautionCode = (typeof cautionCodes)[number];

/** A refusal names the months that cause it, 'YYYY-MM'. */
export type Refusal = {
  readonly code: 'fte_missing' | 'definition_changed' | 'no_reported_month_after';
  readonly months: readonly string[];
};
