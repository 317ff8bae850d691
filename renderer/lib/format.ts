import { format as formatDate } from 'date-fns';
import { languageTag, type Locale } from '#contract/ground/codes';
import type { FiscalYear, Month, Quarter } from '#contract/ground/dates';
import { fiscalYearName, quarterName, unbroken, yearsOf } from '#contract/ground/period';
import { writtenSection } from '#contract/ground/sections';

/** Minus is U+2212 in both languages, as wide as plus; Intl writes a hyphen. */
const withMinus = (text: string): string => text.replace('-', '\u2212');

export function formatNumber(value: number, locale: Locale, decimals = 0): string {
  const format = new Intl.NumberFormat(languageTag[locale], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return withMinus(format.format(value));
}

/** Persons in post, of whom some are parts of one: "3", "2.5" or "2.25". */
export function formatFte(value: number, locale: Locale): string {
  const rounded = Number(value.toFixed(2));
  return formatNumber(rounded, locale, String(rounded).split('.')[1]?.length ?? 0);
}

/** 0.223 is "22 %"; a sign is shown where the figure is a change. */
export function formatPercent(share: number, locale: Locale, signed = false): string {
  const format = new Intl.NumberFormat(languageTag[locale], {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  return withMinus(format.format(share));
}

export function formatChange(value: number, locale: Locale): string {
  return withMinus(new Intl.NumberFormat(languageTag[locale], { signDisplay: 'exceptZero' }).format(value));
}

/** Whole cents: "$1,234.50" / « 1 234,50 $ »; a sign is shown where the amount is a variance. */
export function formatMoney(cents: number, locale: Locale, signed = false): string {
  const format = new Intl.NumberFormat(languageTag[locale], {
    style: 'currency',
    currency: 'CAD',
    currencyDisplay: 'narrowSymbol',
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  return withMinus(format.format(cents / 100));
}

/** A civil day or month is read as midnight UTC and formatted in UTC: no zone of the computer touches it. */
function formatCivil(civil: string, locale: Locale, parts: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(languageTag[locale], { ...parts, timeZone: 'UTC' }).format(new Date(civil));
  return text.replaceAll(' ', '\u00a0');
}

/** "November 23, 2026" / « 23 novembre 2026 ». Tables show the ISO form as it is. */
export function formatDay(day: string, locale: Locale): string {
  const text = formatCivil(day, locale, { dateStyle: 'long' });
  return locale === 'fr' ? text.replace(/^1(?=\D)/, '1er') : text;
}

/** "Friday, November 20, 2026" / « vendredi 20 novembre 2026 ». */
export function formatWeekday(day: string, locale: Locale): string {
  const text = formatCivil(day, locale, { dateStyle: 'full' });
  return locale === 'fr' ? text.replace(/\u00a01(?=\u00a0)/, '\u00a01er') : text;
}

/** "November 2026" / « novembre 2026 ». */
export function formatMonth(month: Month, locale: Locale): string {
  return formatCivil(month, locale, { month: 'long', year: 'numeric' });
}

/** "Nov 2026" / « nov. 2026 », for axes and narrow columns. */
export function formatShortMonth(month: Month, locale: Locale): string {
  return formatCivil(month, locale, { month: 'short', year: 'numeric' });
}

export function formatFiscalYear(first: FiscalYear, locale: Locale): string {
  return unbroken(fiscalYearName(first)[locale]);
}

/** Under a label or a heading that says that it is a fiscal year. */
export function formatBareYear(first: FiscalYear, locale: Locale): string {
  return unbroken(yearsOf(first)[locale]);
}

export function formatQuarter(value: Quarter, locale: Locale): string {
  return unbroken(quarterName(value)[locale]);
}

/** An instant in the computer's zone: "2026-11-23 14:05". */
export function formatInstant(at: number): string {
  return formatDate(new Date(at), 'yyyy-MM-dd HH:mm');
}

export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(languageTag[locale], {
    style: 'unit',
    unit: units[step] ?? 'byte',
    // Written short, French has no plural of it.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}

/** "3 min" or "12 s", for the time left of a job. */
export function formatDuration(milliseconds: number, locale: Locale): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const unit = seconds < 90 ? 'second' : 'minute';
  const value = unit === 'second' ? seconds : Math.round(seconds / 60);
  return new Intl.NumberFormat(languageTag[locale], { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

/** "s. 163.1(4)(a)" / « al. 163.1(4)a) »: never broken over two lines. What begins with words was typed, of another act: it stays as it is. */
export function formatSection(section: string, locale: Locale): string {
  if (!/^\d/.test(section)) return section;
  const { part, number } = writtenSection(section, locale);
  return `${part}\u00a0${number.replace(/(?=[(.])/g, '\u2060')}`;
}
