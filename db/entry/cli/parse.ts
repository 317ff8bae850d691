import {
  addMonths,
  fiscalYear,
  month,
  monthOf,
  quarter,
  type CivilDate,
  type FiscalYear,
  type Month,
  type Quarter,
} from '#contract/ground/dates';
import { fingerprint } from '#contract/ground/fingerprint';
import { InputFailure } from './outcome.ts';

/** `2026-27:2`, or `2026-Q2` for the second quarter of the fiscal year that begins in April 2026. */
export function quarterFrom(text: string): Quarter {
  const parts =
    /^(?<year>\d{4})-(?<next>\d{2}):(?<number>\d)$/.exec(text)?.groups ??
    /^(?<year>\d{4})-[QT](?<number>\d)$/i.exec(text)?.groups;
  const year = Number(parts?.year);
  const parsed = quarter.safeParse({ fiscalYear: year, quarter: Number(parts?.number) });
  const sameYear = parts?.next === undefined || Number(parts.next) === (year + 1) % 100;
  if (!parsed.success || !sameYear) throw new InputFailure('badQuarter', { value: text });
  return parsed.data;
}

/** `2026-27`, or `2026` for the fiscal year that begins in April 2026. */
export function fiscalYearFrom(text: string): FiscalYear {
  const parts = /^(?<year>\d{4})(?:-(?<next>\d{2}))?$/.exec(text)?.groups;
  const parsed = fiscalYear.safeParse(Number(parts?.['year']));
  const sameYear = parts?.['next'] === undefined || Number(parts['next']) === (Number(parts['year']) + 1) % 100;
  if (!parsed.success || !sameYear) throw new InputFailure('badYear', { value: text });
  return parsed.data;
}

export function monthFrom(text: string): Month {
  const parsed = month.safeParse(text);
  if (!parsed.success) throw new InputFailure('badMonth', { value: text });
  return parsed.data;
}

/** A last month that is asked for is one that is over. */
export function requireMonthOver(asked: Month | undefined, today: CivilDate): void {
  const latest = addMonths(monthOf(today), -1);
  if (asked !== undefined && asked > latest) throw new InputFailure('monthNotOver', { value: asked, latest });
}

/** Digits with a point or a comma, as people write them. */
const decimal = /^-?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;

export function numberBetween(option: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = decimal.test(text.trim()) ? Number(text.replace(',', '.')) : NaN;
    if (value >= low && value <= high) return value;
    throw new InputFailure('badNumber', { option, value: text, low, high });
  };
}

export function wholeBetween(option: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
    if (value >= low && value <= high) return value;
    throw new InputFailure('badWhole', { option, value: text, low, high });
  };
}

export function oneOf<T extends string>(option: string, choices: readonly T[]): (text: string) => T {
  return (text) => {
    const found = choices.find((each) => each === text);
    if (found !== undefined) return found;
    throw new InputFailure('badChoice', { option, value: text, choices: choices.join(', ') });
  };
}

/** As read aloud or copied: spaces and case do not matter. */
export function fingerprintFrom(text: string): string {
  const digits = text.replace(/[\s:-]/g, '').toUpperCase();
  const parsed = fingerprint.safeParse((digits.match(/.{1,4}/g) ?? []).join(' '));
  if (!parsed.success) throw new InputFailure('badFingerprint', { value: text });
  return parsed.data;
}

export function collect(value: string, held: readonly string[] = []): readonly string[] {
  return [...held, value];
}
