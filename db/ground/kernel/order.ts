import type { CivilDate } from '#contract/ground/dates';
import type { FieldProblem } from '#contract/ground/errors';
import { StoreFailure } from './failure.ts';

/** What has happened is not dated after today; before the file was opened it may have happened, and is dated as it was. */
export function requirePassed(on: CivilDate, today: CivilDate, field: string): void {
  if (on > today) throw new StoreFailure('invalid_input', 'date_in_future', field);
}

/** A step comes neither before the one that it follows nor after today. */
export function requireBetween(
  after: NonNullable<FieldProblem['after']>,
  on: CivilDate,
  today: CivilDate,
  field: string,
): void {
  if (on < after.on) throw tooEarly(field, after);
  requirePassed(on, today, field);
}

/** A step comes no later than the one that follows it. */
export function requireNotAfter(before: NonNullable<FieldProblem['before']>, on: CivilDate, field: string): void {
  if (on <= before.on) return;
  const code = 'date_after_next';
  throw new StoreFailure('invalid_input', code, [{ path: field, code, before }]);
}

export function tooEarly(path: string, after: NonNullable<FieldProblem['after']>): StoreFailure {
  const code = 'date_before_previous';
  return new StoreFailure('invalid_input', code, [{ path, code, after }]);
}
