import { monthOf, quarterOf, type Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { DueReport } from '#contract/reporting/reportingDeadlines';

/** The quarter whose return answers the report; null of one that is for another period, or for none. */
export function quarterOfReport(report: DueReport['report']): Quarter | null {
  if (report === null || report.periodFrom === null || report.periodTo === null) return null;
  const quarter = quarterOf(monthOf(report.periodFrom));
  const { firstDay, lastDay } = periodOf(quarter);
  return firstDay === report.periodFrom && lastDay === report.periodTo ? quarter : null;
}
