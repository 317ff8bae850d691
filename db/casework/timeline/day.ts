import { format } from 'date-fns';

/** The calendar day of an instant where the user sits. */
export function dayOf(at: number): string {
  return format(at, 'yyyy-MM-dd');
}
