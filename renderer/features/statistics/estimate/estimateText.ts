import type { CounterfactualResult, Estimate } from '#contract/statistics/estimate';
import type { Quantiles } from '#contract/statistics/evidence';
import { probabilityEnd, type Shown } from '#contract/statistics/shown';
import { unbroken } from '#contract/ground/period';
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

interface EstimateNumbers {
  readonly backlogNow: number;
  readonly avoided: Pick<Quantiles, 'p10' | 'p50' | 'p90'>;
}

/** "144 fewer", "96 to 198 fewer", "between 3 more and 4 fewer". */
function differenceText(
  { avoided }: Pick<EstimateNumbers, 'avoided'>,
  { figure }: Pick<Shown, 'figure'>,
  t: Translate,
  format: Format,
): string {
  const { p10, p50, p90 } = avoided;
  const size = (value: number) => format.number(Math.abs(Math.round(value)));
  if (figure && whole(p50) !== 0) {
    return t(`counterfactual:difference.about.${p50 > 0 ? 'fewer' : 'more'}`, { files: size(p50) });
  }
  const [near, far] = Math.abs(p10) < Math.abs(p90) ? [p10, p90] : [p90, p10];
  return t(`counterfactual:difference.${sideOf(avoided)}`, {
    low: size(near),
    high: size(far),
    more: size(p10),
    fewer: size(p90),
  });
}

/** "Reliability: B", or that there is no grade, or not yet. */
export function gradeText({ grade, gradeReasons }: Pick<Estimate, 'grade' | 'gradeReasons'>, t: Translate): string {
  if (grade !== null) return t('counterfactual:reliability.grade', { grade });
  return t(`counterfactual:reliability.${gradeReasons.includes('being_checked') ? 'first' : 'none'}`);
}

/** The interval alone, whatever the grade. */
export function intervalOf({ avoided }: Pick<EstimateNumbers, 'avoided'>, t: Translate, format: Format): string {
  return differenceText({ avoided }, { figure: false }, t, format);
}

/** "Actual 333. Estimated without funded staff and overtime 469 (441 to 500). About 136 fewer." */
export function estimateSentence(numbers: EstimateNumbers, shown: Shown, t: Translate, format: Format): string {
  const { backlogNow, avoided } = numbers;
  const without = (files: number) => Math.max(0, whole(backlogNow + files));
  const hasMiddle = shown.figure && whole(avoided.p50) !== 0;
  return t(`counterfactual:sentence.${hasMiddle ? 'middle' : 'interval'}`, {
    actual: format.number(backlogNow),
    middle: format.number(without(avoided.p50)),
    range: unbroken(rangeText({ low: without(avoided.p10), high: without(avoided.p90) }, t, format)),
    difference: differenceText(numbers, shown, t, format),
  });
}

/** "96 to 198", in files. */
export function rangeText(ends: { readonly low: number; readonly high: number }, t: Translate, format: Format): string {
  return t('common:range', { low: format.number(whole(ends.low)), high: format.number(whole(ends.high)) });
}

/**
 * Draws never prove a certainty: the ends are said as "over 95%" and "under 5%", and further only where the table of sensitivity of the same
 * question, if that is at hand, says so throughout.
 */
export function probabilityWords(
  probability: number,
  t: Translate,
  format: Pick<Format, 'percent'>,
  alternatives: readonly number[] = [],
): string {
  const end = probabilityEnd(probability, alternatives);
  return end === null ? format.percent(probability) : t(`codes:probabilityEnd.${end}`);
}

/** Where the productivity of the funded staff comes from. */
export function basisText({ basis, fit }: CounterfactualResult, t: Translate, format: Format): string {
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

/** What change of the units' own staff would explain the total, and how many units would look as these do by chance. */
export function boundText(
  { ownChange, likelyFewer }: Pick<NonNullable<CounterfactualResult['total']>, 'ownChange' | 'likelyFewer'>,
  t: Translate,
  format: Format,
): string | null {
  if (ownChange === null || likelyFewer === null || ownChange.low <= 0) return null;
  return t('counterfactual:points.boundText', {
    low: format.percent(ownChange.low),
    high: format.percent(ownChange.high),
    units: format.number(likelyFewer.units),
    of: format.number(likelyFewer.of),
    chance: format.number(Math.round(likelyFewer.byChance)),
  });
}
