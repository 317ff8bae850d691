import type { Quantiles } from '#contract/statistics/evidence';
import type { Month } from '#contract/ground/dates';
import type { PlannedUnit, PlanOutlook, Projection, TestedUnit } from '#contract/statistics/plans';
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

/** Months to choose among, from the first planned one on. One that was chosen and is not among them is shown, and cannot be chosen again. */
export function monthChoices(months: readonly Month[], format: Pick<Format, 'month'>, chosen: Month | null = null) {
  const isOther = chosen !== null && !months.includes(chosen);
  const shown = isOther ? [...months, chosen].sort() : months;
  return shown.map((month) => ({
    value: month,
    label: format.month(month),
    disabled: isOther && month === chosen,
  }));
}

type Unit = Pick<PlannedUnit, 'unitId' | 'code'>;

/** Units that staff can come to. That of a line is shown where it has no plan, and cannot be chosen again. */
export function unitChoices(units: readonly Unit[], notPlanned: readonly Unit[], chosen: string) {
  const other = notPlanned.filter(({ unitId }) => unitId === chosen);
  const choice = ({ unitId, code }: Unit, disabled: boolean) => ({ value: unitId, label: code, disabled });
  return [...units.map((unit) => choice(unit, false)), ...other.map((unit) => choice(unit, true))];
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

/** Whether forecasts of a unit missed too often, or were too few. */
export function verdictText({ verdict, missed, forecasts }: TestedUnit, t: Translate, format: Format): string {
  return t(`plans:backtest.${verdict}`, { missed: format.number(missed), forecasts: format.number(forecasts) });
}

/** What a figure says of its test on earlier months: of which units it is for information only, or that it was not made yet. */
export function forInformationOnly(
  { tested, units }: Pick<Projection, 'tested' | 'units'>,
  t: Translate,
  format: Format,
): readonly string[] {
  if (tested === null) return [t('plans:backtest.notYet')];
  const failed = tested.filter(({ verdict }) => verdict === 'failed');
  const short = tested.filter(({ verdict }) => verdict === 'too_short');
  if (units.length === 1) return [...failed, ...short].map((each) => verdictText(each, t, format));
  const missed = failed.map(({ code, ...counts }) =>
    t('plans:backtest.missedOf', {
      code,
      missed: format.number(counts.missed),
      forecasts: format.number(counts.forecasts),
    }),
  );
  const few = short.map(({ code }) => code);
  return [
    ...(missed.length === 0 ? [] : [t('plans:backtest.severalFailed', { units: missed.join(', ') })]),
    ...(few.length === 0 ? [] : [t('plans:backtest.severalShort', { units: few.join(', ') })]),
  ];
}
