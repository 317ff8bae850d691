import { randomUUID } from 'node:crypto';
import type { JobId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Job } from '../../ground/kernel/job.ts';
import { computeIn } from '../../store/jobs.ts';
import type { Threads } from './analyse/method.ts';
import { progressOn } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

/** Computes in threads without a workspace; Ctrl+C ends them. */
export async function withThreads<T>(
  { terminal, words, options }: Surroundings,
  work: (threads: Threads) => Promise<T>,
): Promise<T> {
  const { follow, clear } = progressOn(terminal, words);
  const jobId = randomUUID() as JobId;
  const checkpoint = (): void => {
    if (terminal.interruption.signal.aborted) throw new StoreFailure('cancelled');
  };
  const job: Job = {
    progress: (phase, done, total) => {
      follow({ type: 'progress', jobId, phase, done, total });
    },
    checkpoint,
    breathe: async () => {
      await Promise.resolve();
      checkpoint();
    },
  };
  try {
    return await work({ compute: (task, own) => computeIn({ options }, task, own), job });
  } finally {
    clear();
  }
}
