import { civilDate } from './dates.ts';

/**
 * Every reading of the time begins here; the rules of code refuse any other. UTC milliseconds by the computer's clock, or by one
 * that was set when this was called: to noon of a day, or to `2027-01-05T15:30`, where the user sits.
 */
export function nowFrom(given = ''): () => number {
  const [day, time = '12:00'] = given.split('T');
  const start = civilDate.safeParse(day).success ? Date.parse(`${day ?? ''}T${time}`) : NaN;
  if (Number.isNaN(start)) return () => Date.now();
  const ahead = start - Date.now();
  return () => Date.now() + ahead;
}

/** By the computer's clock alone: for times that the computer itself writes, of its files for instance. */
export const computerNow = nowFrom();
