import type { CrossCheck, EventStudies } from '#contract/statistics/evidence';

type CheckRefusal = Extract<CrossCheck, { status: 'refused' }>['reason'];
type EventRefusal = Extract<EventStudies, { status: 'refused' }>['reason'];

/** The texts' names of the reasons: `_few` at the end of a text's key would be a plural form. */
export const checkRefusals = {
  not_funded: 'notFunded',
  months_before_too_few: 'monthsBefore',
  no_reported_month_after: 'monthsAfter',
  base_staff_unknown: 'baseStaff',
  no_controls: 'controls',
  poor_fit_before: 'poorFit',
  did_not_converge: 'notSettled',
} as const satisfies Readonly<Record<CheckRefusal, string>>;

export const eventRefusals = {
  no_controls: 'controls',
  funded_units_too_few: 'fundedUnits',
  assignments_too_few: 'startDates',
  no_common_window: 'window',
} as const satisfies Readonly<Record<EventRefusal, string>>;
