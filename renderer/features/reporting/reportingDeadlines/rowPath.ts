import type { DueReport } from '#contract/reporting/reportingDeadlines';
import { returnPath } from '../returns/returnPaths.ts';
import { quarterOfReport } from './quarterOfReport.ts';

/** Where a row leads: a report of a quarter to its return, an end to its agreement, the rest to the agreement's registers. */
export function rowPath(row: DueReport): string {
  const quarter = quarterOfReport(row.report);
  if (quarter !== null) return returnPath(row.agreementId, quarter, 'data');
  return row.what === 'agreement_end' ? `/agreements/${row.agreementId}` : '/funding';
}
