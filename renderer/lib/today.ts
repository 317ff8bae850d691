import { format } from 'date-fns';
import type { CivilDate } from '#contract/ground/dates';

/** The calendar day of this computer. */
export function today(): CivilDate {
  return format(new Date(), 'yyyy-MM-dd') as CivilDate;
}
