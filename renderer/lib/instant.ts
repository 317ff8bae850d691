import { isValid, parse } from 'date-fns';

/** The instant of "2026-11-23 14:05" in this computer's zone; null where the text is none. */
export function instantOf(typed: string): number | null {
  const parsed = parse(typed.trim(), 'yyyy-MM-dd HH:mm', new Date(0));
  return isValid(parsed) ? parsed.getTime() : null;
}
