import { format } from 'date-fns';
import { previousQuarter, quarterOf, type Month, type Quarter } from '#contract/dates';

/** The last quarter that is over on the computer's own day. */
export function lastWholeQuarter(): Quarter {
  return previousQuarter(quarterOf(format(new Date(), 'yyyy-MM') as Month));
}
