import { useQuery } from '@tanstack/react-query';
import type { Assumptions } from '#contract/assumptions';
import type { Month } from '#contract/dates';
import type { Input, Output } from '#contract/index';
import { call, type CallError } from '../../bridge/bridge.ts';
import { useJob } from '../../bridge/jobs.ts';

export type Scope = Input<'counterfactual.run'>['scope'];
export type Result = Output<'counterfactual.run'>;

/**
 * Runs the estimate for what was asked and follows it. The job's id is no part of the question: the same question is
 * answered from memory, until a write touches its inputs.
 */
export function useCounterfactual(scope: Scope, lastMonth: Month, assumptions: Assumptions) {
  const { start, progress, cancel } = useJob();
  const answer = useQuery<Result, CallError>({
    queryKey: ['counterfactual.run', { scope, lastMonth, assumptions }],
    queryFn: () => call('counterfactual.run', { scope, lastMonth, assumptions, jobId: start() }),
    staleTime: Infinity,
  });
  return { answer, progress, cancel };
}
