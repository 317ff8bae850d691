import { differenceInCalendarDays } from 'date-fns';

const hour = 3_600_000;
/** Nearer than this, hours are what one plans by. */
const mostHours = 36;

export interface TimeLeft {
  readonly isLate: boolean;
  readonly urgency: 'overdue' | 'today' | 'soon' | 'ahead';
  readonly unit: 'hours' | 'days';
  /** Hours, at least one, or calendar days. */
  readonly count: number;
}

/** How far a deadline is from now, or how long it is past. */
export function timeLeft(at: number, now: number): TimeLeft {
  const isLate = at < now;
  const hours = Math.round(Math.abs(at - now) / hour);
  const days = Math.abs(differenceInCalendarDays(at, now));
  const unit = hours <= mostHours || days === 0 ? 'hours' : 'days';
  const near = days === 0 ? 'today' : hours <= mostHours ? 'soon' : 'ahead';
  return { isLate, urgency: isLate ? 'overdue' : near, unit, count: unit === 'hours' ? Math.max(hours, 1) : days };
}
