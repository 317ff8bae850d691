import type { ClockUrgency } from '#contract/casework/clocks';
import {
  firstDayOf,
  lastDayOf,
  monthOf,
  quarterMonths,
  quarterOf,
  type CivilDate,
  type Quarter,
} from '#contract/ground/dates';
import { reportState, type ReportState } from '#contract/reporting/reportingDeadlines';
import { addDays } from '../../ground/kernel/days.ts';

export const usualReminders: readonly number[] = [30, 14, 7];

/** The days on which a date is called to mind, the earliest first. */
export function reminderDays(due: CivilDate, daysBefore: readonly number[]): CivilDate[] {
  return [...new Set(daysBefore)].sort((a, b) => b - a).map((days) => addDays(due, -days));
}

/** Urgency of a date; none once the report was sent. */
export function urgencyOfReport(
  due: CivilDate,
  reminders: readonly CivilDate[],
  today: CivilDate,
  state: ReportState | null,
): ClockUrgency | null {
  if (state === 'sent') return null;
  if (today > due) return 'overdue';
  if (today === due) return 'today';
  return reminders.some((on) => today >= on) ? 'reminder' : 'ahead';
}

/** The quarter that a period is, day for day; null for any other period. */
export function quarterOfPeriod(from: CivilDate | null, to: CivilDate | null): Quarter | null {
  if (from === null || to === null) return null;
  const quarter = quarterOf(monthOf(from));
  const months = quarterMonths(quarter);
  return firstDayOf(months[0]) === from && lastDayOf(months[2]) === to ? quarter : null;
}

/** Reports that the quarterly return is: who locks it has the report ready. */
const fromReturn: readonly string[] = ['progress', 'performance'];

/** The state that was recorded or, where the return of the very quarter is locked since, that it is locked. */
export function stateOf(report: { readonly kind: string; readonly state: string }, isLocked: boolean): ReportState {
  const recorded = reportState.parse(report.state);
  return recorded !== 'sent' && isLocked && fromReturn.includes(report.kind) ? 'locked' : recorded;
}
