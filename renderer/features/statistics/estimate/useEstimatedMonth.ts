import type { Month } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import type { Scope } from './useEstimate.ts';

type Answer = Output<'counterfactual.lastMonth'>;

export interface EstimatedMonth {
  /** As chosen, otherwise the last that can be answered. */
  readonly lastMonth: Month;
  /** The last that can be chosen. */
  readonly latest: Month;
  /** The last month that can be answered. */
  readonly answered: Month;
  readonly behind: Answer['behind'];
}

/** Where the estimate of a scope ends. Undefined while it is not known, null where there is no month. */
export function useEstimatedMonth(scope: Scope): EstimatedMonth | null | undefined {
  const [{ lastMonth: chosen }] = useFigureFilter();
  const { data, error } = useRead('counterfactual.lastMonth', { scope });
  if (error !== null) return null;
  if (data === undefined) return undefined;
  const { month, latest, behind } = data;
  if (month === null || latest === null) return null;
  return { lastMonth: chosen !== null && chosen <= latest ? chosen : month, latest, answered: month, behind };
}
