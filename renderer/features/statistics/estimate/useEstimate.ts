import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Assumptions } from '#contract/statistics/assumptions';
import type { Month } from '#contract/ground/dates';
import type { JobId } from '#contract/ground/ids';
import type { Input, Output } from '#contract/index';
import { call, type CallError } from '../../../bridge/bridge.ts';
import { cancelJob, newJobId, useProgress, type JobProgress } from '../../../bridge/jobs.ts';

export type Scope = Input<'counterfactual.run'>['scope'];
export type Result = Output<'counterfactual.run'>;

/** What the page is about. */
export interface Question {
  readonly scope: Scope;
  readonly lastMonth: Month;
  readonly assumptions: Assumptions;
}

export interface Calculation<T> {
  readonly query: UseQueryResult<T, CallError>;
  readonly progress: JobProgress | null;
  readonly cancel: () => void;
}

interface Running {
  readonly jobId: JobId;
  readonly result: Promise<unknown>;
}

/** Calculations under way by month and assumptions; the scope does not matter, see below. */
const running = new Map<string, Running>();

/**
 * The store computes all units together whatever the scope: a question about another unit waits for the one under way, and is then
 * answered from the store's memory instead of being computed twice at once.
 */
async function runInTurn<T>(key: string, start: (jobId: JobId) => Promise<T>): Promise<T> {
  await running.get(key)?.result;
  const jobId = newJobId();
  const result = start(jobId);
  running.set(key, { jobId, result });
  try {
    return await result;
  } finally {
    if (running.get(key)?.jobId === jobId) running.delete(key);
  }
}

type Method = 'counterfactual.run' | 'counterfactual.sensitivity' | 'counterfactual.placebos';

/** Starts a calculation and follows it, from whichever page it was started. A result is kept until a write touches its inputs. */
function useCalculation<M extends Method>(method: M, question: Question, enabled: boolean): Calculation<Output<M>> {
  const { scope, lastMonth, assumptions } = question;
  const key = `${method} ${lastMonth} ${JSON.stringify(assumptions)}`;
  const [progress, forget] = useProgress(useCallback(() => running.get(key)?.jobId ?? null, [key]));
  const cancel = useCallback(() => {
    const found = running.get(key);
    if (found !== undefined) cancelJob(found.jobId);
  }, [key]);
  const query = useQuery<Output<M>, CallError>({
    queryKey: [method, { scope, lastMonth, assumptions }],
    queryFn: () =>
      runInTurn(key, (jobId) => {
        forget();
        return call(method, { scope, lastMonth, assumptions, jobId } as Input<M>);
      }),
    staleTime: Infinity,
    enabled,
  });
  return { query, progress, cancel };
}

export function useEstimate(question: Question): Calculation<Result> {
  return useCalculation('counterfactual.run', question, true);
}

export function useSensitivity(
  question: Question,
  enabled: boolean,
): Calculation<Output<'counterfactual.sensitivity'>> {
  return useCalculation('counterfactual.sensitivity', question, enabled);
}

export function usePlacebos(question: Question, enabled: boolean): Calculation<Output<'counterfactual.placebos'>> {
  return useCalculation('counterfactual.placebos', question, enabled);
}
