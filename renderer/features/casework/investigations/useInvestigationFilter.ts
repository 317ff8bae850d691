import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { investigationFilter } from '#contract/casework/investigations';
import type { z } from 'zod';
import { useKeptState } from '../../../lib/keptState.ts';

export type InvestigationFilter = z.output<typeof investigationFilter>;

/** What is open is what one comes for. */
export const firstFilter: InvestigationFilter = { openOnly: true };

/** The filter is kept while one works elsewhere; a link such as `/investigations?waiting=lab` replaces it. */
export function useInvestigationFilter(): readonly [InvestigationFilter, (next: InvestigationFilter) => void] {
  const [filter, setFilter] = useKeptState<InvestigationFilter>('investigations.filter', firstFilter);
  const search = useSearch();
  const [location, navigate] = useLocation();
  useEffect(() => {
    if (search === '') return;
    const { openOnly, ...given } = Object.fromEntries(new URLSearchParams(search));
    const open = openOnly === undefined ? {} : { openOnly: openOnly === 'true' };
    const linked = investigationFilter.safeParse({ ...given, ...open });
    if (linked.success) setFilter(linked.data);
    // Taken over: the address would otherwise bring it back after the user has changed it.
    navigate(`${location}?`, { replace: true });
  }, [search, location, navigate, setFilter]);
  return [filter, setFilter];
}
