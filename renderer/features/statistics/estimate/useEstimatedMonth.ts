import type { Month } from '#contract/ground/dates';
import type { Failure } from '#contract/ground/errors';
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

interface Asked {
  /** Undefined while it is not known, null where there is no month. */
  readonly month: EstimatedMonth | null | undefined;
  readonly failure: Failure | null;
}

/** Where the estimate of a scope ends. */
export function useEstimatedMonth(scope: Scope): Asked {
  const [{ lastMonth: chosen }] = useFigureFilter();
  const { data, error } = useRead('counterfactual.lastMonth', { scope });
  const failure = error?.failure ?? null;
  if (data === undefined) return { month: undefined, failure };
  const { month, latest, behind } = data;
  if (month === null || latest === null) return { month: null, failure };
  const lastMonth = chosen !== null && chosen <= latest ? chosen : month;
  return { month: { lastMonth, latest, answered: month, behind }, failure };
}
