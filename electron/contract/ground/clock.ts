import { civilDate } from './dates.ts';

/**
 * Every reading of the time begins here; the rules of code refuse any other. UTC milliseconds, by the computer's clock or by
 * one that is ahead of it, or behind: where a day is given it was noon of that day, where the user sits, when this was called.
 */
export function nowFrom(day?: string): () => number {
  const set = civilDate.safeParse(day);
  if (!set.success) return () => Date.now();
  const [year = 0, month = 0, date = 0] = set.data.split('-').map(Number);
  const ahead = new Date(year, month - 1, date, 12).getTime() - Date.now();
  return () => Date.now() + ahead;
}

/** By the computer's clock alone: for times that the computer itself writes, of its files for instance. */
export const computerNow = nowFrom();
