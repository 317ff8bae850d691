import { useQuery } from '@tanstack/react-query';
import type { CallError } from '../../../bridge/bridge.ts';
import { call } from '../../../bridge/bridge.ts';
import type { Calculation, Question, Result } from './useEstimate.ts';

/** While the estimate is under way: what its first draws say, once they are there; undefined otherwise. */
export function useFirstAnswer(question: Question, { query, progress }: Calculation<Result>): Result | undefined {
  const isOut = query.isFetching && progress?.phase === 'checking';
  const first = useQuery<Result | null, CallError>({
    queryKey: ['counterfactual.first', question],
    queryFn: async () => (await call('counterfactual.first', question)).result,
    // Of the run under way alone: the next one has another.
    gcTime: 0,
    enabled: isOut,
  });
  return isOut ? (first.data ?? undefined) : undefined;
}

/** Whether these are the first draws alone: nobody knows yet how reliable they are. */
export function isFirst({ fit, basis }: Pick<Result, 'fit' | 'basis'>): boolean {
  return fit !== null && fit.rHat === null && basis !== 'reference';
}
