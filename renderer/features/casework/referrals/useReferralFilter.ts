import { referralFilter, type ReferralFilter } from '#contract/casework/referrals';
import { useListFilter } from '../../../lib/drillDown.ts';

/** What is waiting is what one comes for. */
export const firstFilter: ReferralFilter = { openOnly: true };

/** `/referrals?importId=…`: a link from elsewhere names the filter that its figure counts. */
export function filterFromLink(search: string): ReferralFilter | null {
  const { openOnly, ...given } = Object.fromEntries(new URLSearchParams(search));
  const parsed = referralFilter.safeParse({
    ...given,
    ...(openOnly === undefined ? {} : { openOnly: openOnly === 'true' }),
  });
  return search === '' || !parsed.success ? null : parsed.data;
}

/** The lists: every referral, what waits for the user, and what missed its deadline. */
export type Desk = 'referrals' | 'inbox' | 'breaches';

/** The filter is kept while one works elsewhere; a link shows its own, and leaves the kept one as it is. */
export function useReferralFilter(desk: Desk, first: ReferralFilter, part = '') {
  return useListFilter({ list: desk, kept: `${desk}.filter${part}`, first, read: filterFromLink });
}
