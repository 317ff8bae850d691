import { monthOf, type Month } from '#contract/ground/dates';
import { today } from './today.ts';

/** The month on this computer's calendar. */
export function currentMonth(): Month {
  return monthOf(today());
}
