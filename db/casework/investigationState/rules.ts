import type { ReferralState } from '#contract/ground/codes';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Origin } from '../../ledger/ledger/rules.ts';

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
