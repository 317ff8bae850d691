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

export interface Answered<T> {
  readonly answer: UseQueryResult<T, CallError>;
  readonly progress: JobProgress | null;
  readonly cancel: () => void;
}

interface UnderWay {
  readonly jobId: JobId;
  readonly answer: Promise<unknown>;
}

/** What is being computed, by what the answer rests on: the scope is no part of it. */
const underWay = new Map<string, UnderWay>();

/**
 * The store computes all units together whatever the scope: who asks for another unit while that goes on waits for it, and is then answered from
 * the store's memory instead of making it compute the same twice at once.
 */
async function askInTurn<T>(key: string, ask: (jobId: JobId) => Promise<T>): Promise<T> {
  await underWay.get(key)?.answer;
  const jobId = newJobId();
  const answer = ask(jobId);
  underWay.set(key, { jobId, answer });
  try {
    return await answer;
  } finally {
    if (underWay.get(key)?.jobId === jobId) underWay.delete(key);
  }
}

type Method = 'counterfactual.run' | 'counterfactual.sensitivity' | 'counterfactual.placebos';

/** Asks the laboratory and follows it, from whichever page it was asked. An answer is kept until a write touches its inputs. */
function useLaboratory<M extends Method>(method: M, question: Question, enabled: boolean): Answered<Output<M>> {
  const { scope, lastMonth, assumptions } = question;
  const key = `${method} ${lastMonth} ${JSON.stringify(assumptions)}`;
  const [progress, forget] = useProgress(useCallback(() => underWay.get(key)?.jobId ?? null, [key]));
  const cancel = useCallback(() => {
    const found = underWay.get(key);
    if (found !== undefined) cancelJob(found.jobId);
  }, [key]);
  const answer = useQuery<Output<M>, CallError>({
    queryKey: [method, { scope, lastMonth, assumptions }],
    queryFn: () =>
      askInTurn(key, (jobId) => {
        forget();
        return call(method, { scope, lastMonth, assumptions, jobId } as Input<M>);
      }),
    staleTime: Infinity,
    enabled,
  });
  return { answer, progress, cancel };
}

export function useCounterfactual(question: Question): Answered<Result> {
  return useLaboratory('counterfactual.run', question, true);
}

export function useSensitivity(question: Question, enabled: boolean): Answered<Output<'counterfactual.sensitivity'>> {
  return useLaboratory('counterfactual.sensitivity', question, enabled);
}

export function usePlacebos(question: Question, enabled: boolean): Answered<Output<'counterfactual.placebos'>> {
  return useLaboratory('counterfactual.placebos', question, enabled);
}
