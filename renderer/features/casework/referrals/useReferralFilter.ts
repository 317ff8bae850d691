import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { referralFilter, type ReferralFilter } from '#contract/casework/referrals';
import { useKeptState } from '../../../lib/keptState.ts';

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

/** The filter is kept while one works elsewhere; a link replaces it. */
export function useReferralFilter(
  desk: Desk,
  first: ReferralFilter,
  part = '',
): readonly [ReferralFilter, (next: ReferralFilter) => void] {
  const [filter, setFilter] = useKeptState<ReferralFilter>(`${desk}.filter${part}`, first);
  const search = useSearch();
  const [location, navigate] = useLocation();
  useEffect(() => {
    const linked = filterFromLink(search);
    if (search === '') return;
    if (linked !== null) setFilter(linked);
    // Taken over: the address would otherwise bring it back after the user has changed it.
    navigate(`${location}?`, { replace: true });
  }, [search, location, navigate, setFilter]);
  return [filter, setFilter];
}
