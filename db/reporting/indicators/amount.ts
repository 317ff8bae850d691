import type { Bilingual } from '#contract/ground/common';
import { isMoney } from '#contract/reporting/indicators';
import type { Language } from '../../documents/page/language.ts';

/** An indicator by its code and what it is measured in, where that is known. */
export interface Measured {
  readonly code: string;
  readonly unitOfMeasure?: Bilingual;
}

/** A figure as it is written: money has cents, and the median of an estimate no part of a file. */
export function amount(of: Measured, value: number | null, { number, money }: Language): string | null {
  if (value === null) return null;
  if (isMoney(of)) return money(Math.round(value * 100));
  return number(of.code === 'K1' ? Math.round(value) : value);
}
