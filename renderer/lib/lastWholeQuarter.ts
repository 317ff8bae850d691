import { previousQuarter, quarterOf, type Quarter } from '#contract/ground/dates';
import { currentMonth } from './currentMonth.ts';

/** The last quarter that is over on the computer's own day. */
export function lastWholeQuarter(): Quarter {
  return previousQuarter(quarterOf(currentMonth()));
}
