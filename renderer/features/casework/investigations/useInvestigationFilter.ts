import { investigationFilter } from '#contract/casework/investigations';
import type { z } from 'zod';
import { useListFilter } from '../../../lib/drillDown.ts';

export type InvestigationFilter = z.output<typeof investigationFilter>;

/** What is open is what one comes for. */
export const firstFilter: InvestigationFilter = { openOnly: true };

function filterFromLink(search: string): InvestigationFilter | null {
  const { openOnly, ...given } = Object.fromEntries(new URLSearchParams(search));
  const open = openOnly === undefined ? {} : { openOnly: openOnly === 'true' };
  return investigationFilter.safeParse({ ...given, ...open }).data ?? null;
}

/** The filter is kept while one works elsewhere; a link such as `/investigations?waiting=lab` shows its own. */
export function useInvestigationFilter() {
  return useListFilter({
    list: 'investigations',
    kept: 'investigations.filter',
    first: firstFilter,
    read: filterFromLink,
  });
}
