import type { CounterfactualResult, Estimate } from '#contract/statistics/estimate';
import type { Translate } from '../../../../i18n/text.ts';
import { intervalSentence, probabilityWords, rangeWords, sideOf, whole, type Format } from '../estimateText.ts';
import { likelihoodOf } from './likelihood.ts';
import { movementOf, whyItGrew } from './movement.ts';

/** "96 to 198", or "3 more to 14 fewer" where the interval holds both. */
function pointInterval({ p10, p50, p90 }: Estimate['avoided'], t: Translate, format: Format): string {
  const isFewer = p50 >= 0;
  const [low, high] = isFewer ? [p10, p90] : [-p90, -p10];
  if (Math.round(low) >= 0) return rangeWords({ low, high }, t, format);
  const ends = { near: format.number(whole(-low)), far: format.number(whole(high)) };
  return t(`counterfactual:point.across.${isFewer ? 'fewer' : 'more'}`, ends);
}

/** Where the grade carries a single figure: the middle of the draws with its interval. */
function pointSentence(estimate: Estimate, code: string, t: Translate, format: Format): string {
  const { p50 } = estimate.avoided;
  return t(`counterfactual:point.${p50 >= 0 ? 'fewer' : 'more'}`, {
    unit: t('counterfactual:subject.name', { code }),
    without: format.number(Math.max(0, whole(estimate.backlogNow + p50))),
    month: format.month(estimate.asOf),
    actual: format.number(estimate.backlogNow),
    avoided: format.number(Math.abs(whole(p50))),
    interval: pointInterval(estimate.avoided, t, format),
  });
}

function mainSentence(estimate: Estimate, code: string, t: Translate, format: Format): string {
  // "About 0 fewer" would say less than its interval.
  if (estimate.pointClaim && whole(estimate.avoided.p50) !== 0) return pointSentence(estimate, code, t, format);
  return intervalSentence(
    {
      subject: t('counterfactual:subject.unit', { code }),
      actual: estimate.backlogNow,
      month: estimate.asOf,
      avoided: estimate.avoided,
    },
    t,
    format,
  );
}

function inflowSentence({ inflowChange }: Estimate, t: Translate, format: Format): string | null {
  if (inflowChange === null) return null;
  const name = Math.abs(inflowChange) < 0.005 ? 'same' : inflowChange > 0 ? 'more' : 'less';
  return t(`counterfactual:inflow.${name}`, { share: format.percent(Math.abs(inflowChange)) });
}

/** How the backlog moved, and why where the unit's figures say why. */
function changeSentences(estimate: Estimate, t: Translate, format: Format): readonly (string | null)[] {
  const { backlogChange, fundingStart, inflowChange } = estimate;
  const start = format.month(fundingStart);
  const inflow = inflowSentence(estimate, t, format);
  if (backlogChange === null) return [inflow];
  const movement = movementOf(estimate);
  if (movement === 'held')
    return [t('counterfactual:change.held', { change: format.change(backlogChange), start }), inflow];
  const change = format.number(Math.abs(backlogChange));
  if (movement === 'fell') return [t('counterfactual:change.fell', { change, start }), inflow];
  if (sideOf(estimate.avoided) !== 'fewer') return [t('counterfactual:change.grew', { change, start }), inflow];
  const why = whyItGrew(estimate);
  const share = format.percent(Math.abs(inflowChange ?? 0));
  const sentence = t(`counterfactual:change.allTheSame.${why}`, { change, start, share });
  return [sentence, why === 'received' || why === 'both' ? null : inflow];
}

type Basis = CounterfactualResult['basis'];

/** How likely it is that the backlog is below what it would have been; under a productivity that was assumed, only as likely as that. */
export function likelihoodSentence(
  probability: number,
  whose: 'unit' | 'total',
  basis: Basis,
  t: Translate,
  format: Format,
): string {
  return t(`counterfactual:likelihood.${basis === 'prior' ? 'assumed' : 'learned'}.${whose}`, {
    likelihood: t(`counterfactual:likelihood.${likelihoodOf(probability)}`),
    share: probabilityWords(probability, t, format),
  });
}

/** One unit's answer in words: the sentence to remember, and what belongs beside it. */
export function unitWords(estimate: Estimate, code: string, basis: Basis, t: Translate, format: Format) {
  const beside = [
    ...changeSentences(estimate, t, format),
    likelihoodSentence(estimate.probabilityBelow, 'unit', basis, t, format),
  ];
  return { main: mainSentence(estimate, code, t, format), beside: beside.filter((each) => each !== null).join(' ') };
}
