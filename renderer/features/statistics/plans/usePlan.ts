import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Month } from '#contract/ground/dates';
import type { PlanId } from '#contract/ground/ids';
import type { Projection, Plan } from '#contract/statistics/plans';
import { call, type CallError } from '../../../bridge/bridge.ts';
import { useJob, type JobProgress } from '../../../bridge/jobs.ts';
import type { Scope } from '../estimate/useEstimate.ts';

export interface PlanQuestion {
  readonly scope: Scope;
  readonly lastMonth: Month;
  readonly plan: Plan;
  readonly compare: readonly PlanId[];
}

interface Projecting {
  readonly query: UseQueryResult<Projection, CallError>;
  readonly progress: JobProgress | null;
  readonly cancel: () => void;
}

/** What the plan would do; the one before stays on screen while a change is computed. */
export function useProjection({ scope, lastMonth, plan, compare }: PlanQuestion): Projecting {
  const { start, progress, cancel } = useJob();
  const query = useQuery<Projection, CallError>({
    queryKey: ['plans.project', { scope, lastMonth, plan, compare }],
    queryFn: () => call('plans.project', { scope, lastMonth, plan, compare: [...compare], jobId: start() }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return { query, progress, cancel };
}
