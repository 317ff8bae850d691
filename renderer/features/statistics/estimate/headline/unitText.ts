import type { Estimate } from '#contract/statistics/estimate';
import type { Translate } from '../../../../i18n/text.ts';
import type { Format } from '../estimateText.ts';
import { grewBefore, movementOf } from './movement.ts';

function inflowSentence({ inflowChange }: Estimate, t: Translate, format: Format): string | null {
  if (inflowChange === null) return null;
  const name = Math.abs(inflowChange) < 0.005 ? 'same' : inflowChange > 0 ? 'more' : 'less';
  return t(`counterfactual:inflow.${name}`, { share: format.percent(Math.abs(inflowChange)) });
}

function movementSentence(estimate: Estimate, t: Translate, format: Format): string | null {
  const { backlogChange, fundingStart } = estimate;
  const movement = movementOf(estimate);
  if (backlogChange === null || movement === 'unknown') return null;
  return t(`counterfactual:change.${movement}`, {
    change: movement === 'held' ? format.change(backlogChange) : format.number(Math.abs(backlogChange)),
    start: format.month(fundingStart),
  });
}

/** How the backlog and the inflow moved over the same period: facts side by side, none given as the reason of another. */
export function changeText(estimate: Estimate, t: Translate, format: Format): string {
  const wasGrowing = movementOf(estimate) === 'grew' && grewBefore(estimate) === true;
  const sentences = [
    movementSentence(estimate, t, format),
    wasGrowing ? t('counterfactual:change.before') : null,
    inflowSentence(estimate, t, format),
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ') || t('counterfactual:change.unknown');
}

/** Staff and overtime paid by the Strategy. */
export function resourcesText(estimate: Estimate, t: Translate, format: Format): string {
  const { fundedFte, fundedOvertimeHours, cautions } = estimate;
  const fte =
    fundedFte === null
      ? t('counterfactual:resources.fteUnknown')
      : t('counterfactual:resources.fteInPost', {
          value: format.number(fundedFte, Number.isInteger(fundedFte) ? 0 : 1),
        });
  const overtime = cautions.includes('overtime_not_recorded')
    ? t('counterfactual:resources.overtimeUnknown')
    : t('counterfactual:resources.overtimeHours', { value: format.number(Math.round(fundedOvertimeHours)) });
  return t('counterfactual:resources.list', { fte, overtime });
}
