import type { CivilDate } from '#contract/ground/dates';
import type { FieldProblem } from '#contract/ground/errors';

/** A period that begins in the future, or ends before it begins or in the future. */
export function partnerPeriodProblems(
  from: CivilDate,
  until: CivilDate | null,
  today: CivilDate,
  [fromField, untilField]: readonly [string, string],
): FieldProblem[] {
  const begun = from > today ? [{ path: fromField, code: 'date_in_future' }] : [];
  if (until === null) return begun;
  if (until > today) return [...begun, { path: untilField, code: 'date_in_future' }];
  return until < from ? [...begun, { path: untilField, code: 'date_before_previous' }] : begun;
}
