import { createInstance } from 'i18next';
import { languageTag } from '#contract/ground/codes';
import { addMonths, monthsBetween, type Month } from '#contract/ground/dates';
import type { Estimate } from '#contract/statistics/estimate';
import type { Format } from '../../renderer/features/statistics/estimate/estimateText.ts';
import { loadTexts } from '../../renderer/i18n/loadTexts.ts';
import type { Translate } from '../../renderer/i18n/text.ts';
import * as written from '../../renderer/lib/format.ts';

const start = '2024-04' as Month;
export const months = monthsBetween(addMonths(start, -24), addMonths(start, 23));

/** Fewer files now by 144 (80 %: 96 to 198); the backlog was 237 before the funding, as a year before, and is 268. */
export function estimateOf(changes: Partial<Estimate> = {}): Estimate {
  const quantiles = { p025: 70, p10: 96, p25: 120, p50: 144, p75: 170, p90: 198, p975: 220 };
  return {
    status: 'estimated',
    months,
    asOf: addMonths(start, 23),
    fundingStart: start,
    backlog: months.map((_, index) => (index < 24 ? 237 : 268)),
    fan: months.map(() => null),
    backlogNow: 268,
    avoided: { ...quantiles, mean: 145 },
    sceptic: null,
    probabilityBelow: 1,
    grade: 'B',
    gradeReasons: [],
    cautions: [],
    monthsBefore: 24,
    monthsAfter: 24,
    starvedShare: 0,
    residualShare: 0,
    inflowSplitRecorded: true,
    fundedFte: 2,
    fundedOvertimeHours: 0,
    backlogChange: 31,
    inflowChange: 0.22,
    productivity: null,
    doubtfulStaffing: [],
    practiceChangedIn: null,
    monthsWithoutStaff: [],
    crossChecks: [],
    placebo: null,
    littlesLaw: null,
    ...changes,
  };
}

interface Language {
  readonly t: Translate;
  readonly format: Format;
}
export const languages = {} as Record<'en' | 'fr', Language>;

/** Before the tests that read them: the texts are loaded as the page loads them. */
export async function loadLanguages(): Promise<void> {
  for (const locale of ['en', 'fr'] as const) {
    const i18n = createInstance();
    await i18n.init({
      lng: languageTag[locale],
      resources: { [languageTag[locale]]: { ...(await loadTexts(locale)) } },
    });
    const format = {
      number: (value: number, decimals?: number) => written.formatNumber(value, locale, decimals),
      change: (value: number) => written.formatChange(value, locale),
      percent: (share: number, signed?: boolean) => written.formatPercent(share, locale, signed),
      month: (month: Month) => written.formatMonth(month, locale),
    } as Format;
    languages[locale] = { t: i18n.t as unknown as Translate, format };
  }
}
