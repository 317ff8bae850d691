import type { ReferralState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { FieldProblem } from '#contract/ground/errors';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Origin } from '../../ledger/ledger/rules.ts';

/** What has happened is not dated after today; before the file was opened it may have happened, and is dated as it was. */
export function requirePassed(on: CivilDate, today: CivilDate, field: string): void {
  if (on > today) throw new StoreFailure('invalid_input', 'date_in_future', [{ path: field, code: 'date_in_future' }]);
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

export function tooEarly(path: string, after: NonNullable<FieldProblem['after']>): StoreFailure {
  const code = 'date_before_previous';
  return new StoreFailure('invalid_input', code, [{ path, code, after }]);
}

export interface LinkedReferral {
  readonly state: ReferralState;
  readonly open: boolean;
}

/** A referral may be linked while open, or again when it is linked already; one that ended must be reopened first. */
export function requireLinkable(referrals: readonly LinkedReferral[]): void {
  if (referrals.some((each) => !each.open && each.state !== 'linked'))
    throw new StoreFailure('conflict', 'state_not_allowed');
}

/**
 * How the new file enters the ledger: the first open referral carries the item over; where all are linked already the
 * file is a further one; without any it is proactive.
 */
export function originOf(referrals: readonly LinkedReferral[]): Origin {
  if (referrals.length === 0) return 'proactive';
  return referrals.some((each) => each.open) ? 'carried' : 'further';
}
