import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { call, type CallError } from '../../../bridge/bridge.ts';
import { useJob, type Job } from '../../../bridge/jobs.ts';
import type { Edition, FigurePath } from './returnPaths.ts';

export type PreparedReturn = Output<'returns.prepare'>;

/** What each page of a return is given. */
export interface StepProps {
  readonly prepared: PreparedReturn;
  readonly edition: Edition;
  /** The figure that the address names. */
  readonly figure?: FigurePath | null;
}

/**
 * The prepared return or a locked version of it. The job's id is made for each asking and is not part of what is asked, so the answer is
 * kept from step to step; it is asked again on coming back and after a write that touches returns.
 */
export function usePreparedReturn(
  agreementId: AgreementId,
  quarter: Quarter,
  edition: Edition,
): { readonly answer: UseQueryResult<PreparedReturn, CallError>; readonly job: Job } {
  const job = useJob();
  const version = {
    restate: edition === 'restatement',
    ...(typeof edition === 'number' && { sequence: edition }),
  };
  const answer = useQuery<PreparedReturn, CallError>({
    queryKey: ['returns.prepare', { agreementId, quarter, ...version }],
    queryFn: () => call('returns.prepare', { agreementId, quarter, ...version, jobId: job.start() }),
    // Not kept once left: a user who locks a version and comes to the latest must not be shown, and export, the one before it.
    gcTime: 0,
  });
  return { answer, job };
}

/** The version that is being written: the next one after those locked. */
export function sequenceOf({ content, locked }: PreparedReturn): number {
  return locked?.sequence ?? content.restatement?.sequence ?? 1;
}
