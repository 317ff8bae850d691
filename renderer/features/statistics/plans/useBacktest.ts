import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
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

/** Once the test on earlier months was made, the plan on screen is read again with its verdicts. */
export function useRefreshPlans(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['plans.project'] });
}

/** How forecasts of months that have passed would have done. */
export function useBacktest(scope: Scope, lastMonth: Month, isAsked: boolean): Backtesting {
  const { start, progress, cancel } = useJob();
  const refreshPlans = useRefreshPlans();
  const query = useQuery<PlanBacktest, CallError>({
    queryKey: ['plans.backtest', { scope, lastMonth }],
    queryFn: async () => {
      const result = await call('plans.backtest', { scope, lastMonth, jobId: start() });
      refreshPlans();
      return result;
    },
    staleTime: Infinity,
    enabled: isAsked,
  });
  return { query, progress, cancel };
}
