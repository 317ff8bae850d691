import { format } from 'date-fns';
import type { CivilDate } from '#contract/ground/dates';
import { pageNow } from './pageClock.ts';

/** The calendar day where the user sits. */
export function today(): CivilDate {
  return format(pageNow(), 'yyyy-MM-dd') as CivilDate;
}
