import type { Estimate } from '#contract/counterfactual';
import type { Quantiles } from '#contract/evidence';
import type { Month } from '#contract/dates';
import type { Translate } from '../../i18n/text.ts';
import type { useFormat } from '../../lib/useFormat.ts';

export type Format = ReturnType<typeof useFormat>;

/** A number of files; what rounds to zero from below is zero, without a sign. */
export function whole(value: number): number {
  return Math.round(value) + 0;
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

/** Where the grade carries a single figure: the middle of the draws with its interval. */
function pointSentence(estimate: Estimate, unit: string, t: Translate, format: Format): string {
  const { p10, p50, p90 } = estimate.avoided;
  return t(`counterfactual:point.${p50 >= 0 ? 'fewer' : 'more'}`, {
    unit,
    without: format.number(Math.max(0, Math.round(estimate.backlogNow + p50))),
    month: format.month(estimate.asOf),
    actual: format.number(estimate.backlogNow),
    avoided: format.number(Math.abs(Math.round(p50))),
    low: format.number(whole(p50 >= 0 ? p10 : -p90)),
    high: format.number(whole(p50 >= 0 ? p90 : -p10)),
  });
}

/** Draws never prove a certainty: the ends are said as "more than 99 %" and "less than 1 %". */
export function probabilityWords(probability: number, t: Translate, format: Format): string {
  if (probability > 0.99) return t('counterfactual:probability.over', { share: format.percent(0.99) });
  if (probability < 0.01) return t('counterfactual:probability.under', { share: format.percent(0.01) });
  return format.percent(probability);
}

function changeSentence(estimate: Estimate, t: Translate, format: Format): string | null {
  const { backlogChange, fundingStart } = estimate;
  if (backlogChange === null) return null;
  const isLower = sideOf(estimate.avoided) === 'fewer';
  const name = backlogChange > 0 ? (isLower ? 'grewAllTheSame' : 'grew') : backlogChange < 0 ? 'fell' : 'same';
  return t(`counterfactual:change.${name}`, {
    change: format.number(Math.abs(backlogChange)),
    start: format.month(fundingStart),
  });
}

function inflowSentence({ inflowChange }: Estimate, t: Translate, format: Format): string | null {
  if (inflowChange === null) return null;
  const name = Math.abs(inflowChange) < 0.005 ? 'same' : inflowChange > 0 ? 'more' : 'less';
  return t(`counterfactual:inflow.${name}`, { share: format.percent(Math.abs(inflowChange)) });
}

/** One unit's answer in words: the sentence to remember, and what belongs beside it. */
export function unitWords(estimate: Estimate, code: string, t: Translate, format: Format) {
  const unit = t('counterfactual:subject.name', { code });
  const main = estimate.pointClaim
    ? pointSentence(estimate, unit, t, format)
    : intervalSentence(
        {
          subject: t('counterfactual:subject.unit', { code }),
          actual: estimate.backlogNow,
          month: estimate.asOf,
          avoided: estimate.avoided,
        },
        t,
        format,
      );
  const beside = [
    t('counterfactual:probability.sentence', {
      probability: probabilityWords(estimate.probabilityBelow, t, format),
    }),
    changeSentence(estimate, t, format),
    inflowSentence(estimate, t, format),
  ];
  return { main, beside: beside.filter((each) => each !== null).join(' ') };
}

/** "May to October 2024; January 2025". */
export function monthRanges(months: readonly Month[], t: Translate, format: Format): string {
  const runs: [Month, Month][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run !== undefined && followsOn(run[1], month)) run[1] = month;
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

function followsOn(before: Month, after: Month): boolean {
  const index = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(after) === index(before) + 1;
}
