import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Quarter } from '#contract/dates';
import type { AgreementId } from '#contract/ids';
import type { Output } from '#contract/index';
import { call, type CallError } from '../../bridge/bridge.ts';
import { useJob, type Job } from '../../bridge/jobs.ts';

export type PreparedReturn = Output<'returns.prepare'>;

/** What each of the five pages of a return is given. */
export interface StepProps {
  readonly prepared: PreparedReturn;
}

/**
 * The return as it stands. The job's id is made for each asking and is not part of what is asked, so the answer is kept
 * from step to step; it is asked again on coming back and after a write that touches returns.
 */
export function usePreparedReturn(
  agreementId: AgreementId,
  quarter: Quarter,
): { readonly answer: UseQueryResult<PreparedReturn, CallError>; readonly job: Job } {
  const job = useJob();
  const answer = useQuery<PreparedReturn, CallError>({
    queryKey: ['returns.prepare', { agreementId, quarter }],
    queryFn: () => call('returns.prepare', { agreementId, quarter, jobId: job.start() }),
  });
  return { answer, job };
}
