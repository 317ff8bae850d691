import { isValid, parse } from 'date-fns';
import { readDay } from './readDay.ts';
import { today } from './today.ts';

/** What is written before the time of the day, and that time as `HH:MM`; null where there is none. */
export function dayAndTime(typed: string): { readonly day: string; readonly time: string } | null {
  const [, day, hour = '', minute = ''] = /^(.+?),? (\d\d?) ?[:h] ?(\d\d)$/.exec(typed.trim()) ?? [];
  return day === undefined ? null : { day, time: `${hour.padStart(2, '0')}:${minute}` };
}

/** The instant of "2026-11-23 14:05" or « hier 14 h 05 » in this computer's zone; null where the text is none. */
export function instantOf(typed: string): number | null {
  const parts = dayAndTime(typed);
  const read = parts === null ? null : readDay(parts.day, today(), 'past');
  if (parts === null || read === null || !('day' in read)) return null;
  const parsed = parse(`${read.day} ${parts.time}`, 'yyyy-MM-dd HH:mm', new Date(0));
  return isValid(parsed) ? parsed.getTime() : null;
}
