import { dueFilter } from '#contract/casework/authorities';
import { useSession } from '../../../bridge/session.ts';
import { useListFilter } from '../../../lib/drillDown.ts';
import type { DueFilter } from './DueFilters.tsx';

function filterFromLink(search: string): DueFilter | null {
  return dueFilter.safeParse(Object.fromEntries(new URLSearchParams(search))).data ?? null;
}

/** One's own dates, or all of them for a supervisor: what the count beside the menu entry counts. */
export function useFirstDueFilter(): DueFilter {
  const { roles, user } = useSession();
  return roles.includes('supervisor') ? {} : { lead: user.id };
}

/** The filter is kept while one works elsewhere; a link such as `/due?urgency=overdue` shows its own. */
export function useDueFilter() {
  return useListFilter({ list: 'due', kept: 'due.filter', first: useFirstDueFilter(), read: filterFromLink });
}

/** The list of one of the counts under the title. */
export function dueHref({ unitId, lead }: DueFilter, urgency: NonNullable<DueFilter['urgency']>): string {
  const given = Object.entries({ unitId, lead, urgency }).filter((entry) => entry[1] !== undefined);
  return `/due?${new URLSearchParams(given as [string, string][]).toString()}`;
}
