import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Quarter } from '#contract/ground/dates';
import type { National } from '#contract/reporting/rollup';
import { call, type CallError } from '../../../bridge/bridge.ts';
import { useJob, type Job } from '../../../bridge/jobs.ts';

export type Span = 3 | 12;

/** The job's id is made for each asking and is not part of what is asked, so that the answer is found again. */
export function useNational(
  quarter: Quarter,
  span: Span,
): { readonly answer: UseQueryResult<National, CallError>; readonly job: Job } {
  const job = useJob();
  const answer = useQuery<National, CallError>({
    queryKey: ['rollup.national', { quarter, span }],
    queryFn: () => call('rollup.national', { quarter, span, jobId: job.start() }),
  });
  return { answer, job };
}
