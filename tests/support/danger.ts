import type { ReferralId } from '../../electron/contract/ground/ids.ts';
import type { Input } from '../../electron/contract/index.ts';

/** The shortest way through what a referral owes before it is concluded: no child can be identified. */
export const noChildIdentified = (referralId: ReferralId): Input<'referrals.decideDanger'> => ({
  referralId,
  identifiable: 'no',
  imminent: false,
  decidedAt: Date.parse('2026-01-05T12:00:00Z'),
  reason: 'No child appears in the report.',
});
