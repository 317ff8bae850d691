import { useMemo } from 'react';
import type { FiscalYear, Month, Quarter } from '#contract/ground/dates';
import { usePreferences } from '../bridge/preferences.ts';
import * as format from './format.ts';

/** The formats of the language on screen: `const format = useFormat(); format.number(1204)`. */
export function useFormat() {
  const { locale } = usePreferences().preferences;
  return useMemo(
    () => ({
      locale,
      number: (value: number, decimals?: number) => format.formatNumber(value, locale, decimals),
      fte: (value: number) => format.formatFte(value, locale),
      change: (value: number) => format.formatChange(value, locale),
      percent: (share: number, signed?: boolean) => format.formatPercent(share, locale, signed),
      money: (cents: number, signed?: boolean) => format.formatMoney(cents, locale, signed),
      weekday: (day: string) => format.formatWeekday(day, locale),
      day: (day: string) => format.formatDay(day, locale),
      month: (month: Month) => format.formatMonth(month, locale),
      shortMonth: (month: Month) => format.formatShortMonth(month, locale),
      fiscalYear: (first: FiscalYear) => format.formatFiscalYear(first, locale),
      bareYear: (first: FiscalYear) => format.formatBareYear(first, locale),
      quarter: (quarter: Quarter) => format.formatQuarter(quarter, locale),
      instant: (at: number) => format.formatInstant(at),
      bytes: (bytes: number) => format.formatBytes(bytes, locale),
      duration: (milliseconds: number) => format.formatDuration(milliseconds, locale),
      section: (section: string) => format.formatSection(section, locale),
      /** The language's half of a text kept in both. */
      bilingual: (text: { readonly en: string; readonly fr: string }) => text[locale],
    }),
    [locale],
  );
}
