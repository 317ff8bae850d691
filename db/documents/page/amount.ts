import type { Language } from './language.ts';

/** A figure as it is written: money has cents, and the median of an estimate no part of a file. */
export function amount(code: string, value: number | null, { number, money }: Language): string | null {
  if (value === null) return null;
  if (code === 'F1') return money(Math.round(value * 100));
  return number(code === 'K1' ? Math.round(value) : value);
}
