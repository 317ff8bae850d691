import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Month } from '#contract/ground/dates';
import type { PlanBacktest } from '#contract/statistics/plans';
import { call, type CallError } from '../../../bridge/bridge.ts';
import { useJob, type JobProgress } from '../../../bridge/jobs.ts';
import type { Scope } from '../estimate/useEstimate.ts';

interface Backtesting {
  readonly query: UseQueryResult<PlanBacktest, CallError>;
  readonly progress: JobProgress | null;
  readonly cancel: () => void;
}

/** How forecasts of months that have passed would have done; where it is not asked for, what is known of it already. */
export function useBacktest(scope: Scope, lastMonth: Month, isAsked: boolean): Backtesting {
  const { start, progress, cancel } = useJob();
  const query = useQuery<PlanBacktest, CallError>({
    queryKey: ['plans.backtest', { scope, lastMonth }],
    queryFn: () => call('plans.backtest', { scope, lastMonth, jobId: start() }),
    staleTime: Infinity,
    enabled: isAsked,
  });
  return { query, progress, cancel };
}
