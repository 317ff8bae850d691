import { z } from 'zod';
import { clockUrgency } from '#contract/casework/clocks';
import { agreementId } from '#contract/ground/ids';
import { useListFilter } from '../../../lib/drillDown.ts';

const reportFilter = z.object({ agreementId: agreementId.optional(), urgency: clockUrgency.optional() });
export type ReportFilter = z.output<typeof reportFilter>;

const none: ReportFilter = {};

function filterFromLink(search: string): ReportFilter | null {
  return reportFilter.safeParse(Object.fromEntries(new URLSearchParams(search))).data ?? null;
}

/** The filter is kept while one works elsewhere; a link such as `/reports?urgency=overdue` shows its own. */
export function useReportFilter() {
  return useListFilter({ list: 'reports', kept: 'reports.filter', first: none, read: filterFromLink });
}
