import type { CounterfactualResult } from '#contract/statistics/estimate';
import type { Quantiles } from '#contract/statistics/evidence';
import { addMonths, type Month } from '#contract/ground/dates';
import type { Translate } from '../../../i18n/text.ts';
import type { useFormat } from '../../../lib/useFormat.ts';

export type Format = ReturnType<typeof useFormat>;

/** A number of files; what rounds to zero from below is zero, without a sign. */
export function whole(value: number): number {
  return Math.round(value) + 0;
}

/** With so many decimals; what rounds to zero from below is zero, without a sign. */
export function decimal(value: number, decimals: number, format: Format): string {
  return format.number(Number(value.toFixed(decimals)) + 0, decimals);
}

/** Between which whole numbers of files, and on which side of "no difference", 80 % of the draws lie. */
export type Side = 'fewer' | 'upToFewer' | 'none' | 'either' | 'upToMore' | 'more';

export function sideOf({ p10, p90 }: Pick<Quantiles, 'p10' | 'p90'>): Side {
  const [low, high] = [Math.round(p10), Math.round(p90)];
  if (low === 0 && high === 0) return 'none';
  if (low > 0) return 'fewer';
  if (high < 0) return 'more';
  if (low === 0) return 'upToFewer';
  return high === 0 ? 'upToMore' : 'either';
}

interface IntervalFacts {
  /** "U07 had", « L’unité U07 comptait ». */
  readonly subject: string;
  readonly actual: number;
  readonly month: Month;
  readonly avoided: Pick<Quantiles, 'p10' | 'p90'>;
}

/** What the interval says, and nothing between its ends. */
export function intervalSentence(facts: IntervalFacts, t: Translate, format: Format): string {
  const { p10, p90 } = facts.avoided;
  const [near, far] = [Math.abs(Math.round(p10)), Math.abs(Math.round(p90))].toSorted((a, b) => a - b);
  return t(`counterfactual:interval.${sideOf(facts.avoided)}`, {
    subject: facts.subject,
    actual: format.number(facts.actual),
    month: format.month(facts.month),
    low: format.number(near ?? 0),
    high: format.number(far ?? 0),
    more: format.number(Math.abs(Math.round(p10))),
    fewer: format.number(Math.abs(Math.round(p90))),
  });
}

/** "96 to 198", in files. */
export function rangeWords(
  ends: { readonly low: number; readonly high: number },
  t: Translate,
  format: Format,
): string {
  return t('counterfactual:range', { low: format.number(whole(ends.low)), high: format.number(whole(ends.high)) });
}

/** Draws never prove a certainty: the ends are said as "more than 99 %" and "less than 1 %". */
export function probabilityWords(probability: number, t: Translate, format: Format): string {
  if (probability > 0.99) return t('counterfactual:probability.over', { share: format.percent(0.99) });
  if (probability < 0.01) return t('counterfactual:probability.under', { share: format.percent(0.01) });
  return format.percent(probability);
}

/** Where the productivity of the funded staff comes from. */
export function basisWords({ basis, fit }: CounterfactualResult, t: Translate, format: Format): string {
  return t(`counterfactual:basis.${basis}`, {
    funded: format.number(fit?.fundedUnits ?? 0),
    units: format.number(fit?.units ?? 0),
  });
}

/** "May to October 2024; January 2025". */
export function monthRanges(months: readonly Month[], t: Translate, format: Format): string {
  const runs: [Month, Month][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run !== undefined && addMonths(run[1], 1) === month) run[1] = month;
    else runs.push([month, month]);
  }
  return runs
    .map(([first, last]) =>
      first === last
        ? format.month(first)
        : t('counterfactual:monthRange', { first: format.month(first), last: format.month(last) }),
    )
    .join('; ');
}
