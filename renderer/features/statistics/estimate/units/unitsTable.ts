import { cappedProbability, shownOf } from '#contract/statistics/shown';
import type { Translate } from '../../../../i18n/text.ts';
import type { FigureColumn } from '../figures/table.ts';
import { groupOf } from '../headline/movement.ts';
import { probabilityWords, type Format } from '../estimateText.ts';
import type { EstimatedUnit } from '../estimatedUnit.ts';

/** With the month of each where some end before the others. */
export function unitColumns(
  units: readonly EstimatedUnit[],
  t: Translate,
  format: Format,
): readonly FigureColumn<EstimatedUnit>[] {
  const month: FigureColumn<EstimatedUnit> = {
    header: t('counterfactual:pick.month'),
    value: ({ estimate }) => estimate.asOf,
    shown: ({ estimate }) => format.month(estimate.asOf),
  };
  const hasSameMonth = units.every(({ estimate }) => estimate.asOf === units[0]?.estimate.asOf);
  return [
    { header: t('codes:heading.unit'), value: ({ code }) => code },
    ...(hasSameMonth ? [] : [month]),
    {
      header: t('counterfactual:units.group'),
      value: ({ estimate }) => t(`counterfactual:group.${groupOf(estimate)}`),
    },
    { header: t('counterfactual:table.actual'), value: ({ estimate }) => estimate.backlogNow },
    {
      header: t('counterfactual:units.change'),
      value: ({ estimate }) => estimate.backlogChange,
      shown: ({ estimate }) => format.change(estimate.backlogChange ?? 0),
    },
    { header: t('counterfactual:units.fewerLow'), value: ({ estimate }) => estimate.avoided.p10 },
    { header: t('counterfactual:units.fewerHigh'), value: ({ estimate }) => estimate.avoided.p90 },
    {
      header: t('counterfactual:units.probability'),
      value: ({ estimate }) => (shownOf(estimate).probability ? cappedProbability(estimate.probabilityBelow) : null),
      shown: ({ estimate }) => probabilityWords(estimate.probabilityBelow, t, format),
    },
    { header: t('codes:heading.grade'), value: ({ estimate }) => estimate.grade },
  ];
}
