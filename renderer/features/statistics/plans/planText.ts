import type { Quantiles } from '#contract/statistics/evidence';
import type { Month } from '#contract/ground/dates';
import type { PlanBacktest, PlannedUnit, PlanOutlook } from '#contract/statistics/plans';
import type { Translate } from '../../../i18n/text.ts';
import { rangeText, whole, type Format } from '../estimate/estimateText.ts';

/** "412 (340 to 500)": the middle and the 80 % interval. */
export function middleAndRange(
  { p10, p50, p90 }: Pick<Quantiles, 'p10' | 'p50' | 'p90'>,
  t: Translate,
  format: Format,
): string {
  return t('plans:value', { middle: format.number(whole(p50)), range: rangeText({ low: p10, high: p90 }, t, format) });
}

export function markAt({ marks }: PlanOutlook, ahead: number): PlanOutlook['marks'][number] | undefined {
  return marks.find((mark) => mark.ahead === ahead);
}

/** Months to choose among, from the first planned one on. */
export function monthChoices(months: readonly Month[], format: Format) {
  return months.map((month) => ({ value: month, label: format.month(month) }));
}

/** Whose share of vacant positions a plan keeps that sets none. */
export function ownVacancyText(
  units: readonly Pick<PlannedUnit, 'ownVacancyShare'>[],
  t: Translate,
  format: Pick<Format, 'number' | 'percent'>,
): string {
  const known = units.flatMap(({ ownVacancyShare: own }) => (own === null ? [] : [own]));
  const [share] = known;
  if (share === undefined) return t('plans:form.ownVacancies.none');
  if (units.length === 1) return t('plans:form.ownVacancies.one', { share: format.percent(share) });
  const values = { known: format.number(known.length), units: format.number(units.length) };
  return t('plans:form.ownVacancies.several', values);
}

type Tested = PlanBacktest['units'][number];

/** Whether forecasts of a unit missed too often, or were too few. */
export function verdictText({ verdict, missed, forecasts }: Tested, t: Translate, format: Format): string {
  return t(`plans:backtest.${verdict}`, { missed: format.number(missed), forecasts: format.number(forecasts) });
}

/** What the figure of one unit says of itself where its forecasts failed the test. */
export function experienceOnly(backtest: PlanBacktest | undefined, t: Translate, format: Format): string | null {
  const [unit, ...others] = backtest?.units ?? [];
  if (unit === undefined || others.length > 0 || unit.verdict === 'passed') return null;
  return verdictText(unit, t, format);
}
