import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { today } from '../../../lib/today.ts';

/** Links a referral to an investigation that is known to hold the same. */
export function useLinkReferral() {
  const { mutate, isPending, error, reset } = useWrite('links.linkReferral');
  return {
    isPending,
    failure: error?.failure ?? null,
    reset,
    link: (investigationId: InvestigationId, referralId: ReferralId) => {
      mutate({ investigationId, referralId, on: today() });
    },
  };
}
