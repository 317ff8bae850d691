import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProgressPhase } from '#contract/events';
import type { JobId } from '#contract/ids';
import { call, onPageEvent } from './bridge.ts';

export interface JobProgress {
  readonly phase: ProgressPhase;
  readonly done: number;
  readonly total: number | null;
  /** Since the phase began; rates and times left are of the phase. */
  readonly milliseconds: number;
}

export interface Job {
  /** Makes the id that goes into the call's input; forgets the progress of the job before. */
  readonly start: () => JobId;
  /** Null until the store has said something. */
  readonly progress: JobProgress | null;
  /** Asks the running call to stop: it then fails with `cancelled`, and nothing of it is kept. */
  readonly cancel: () => void;
}

/** Follows one long call at a time. */
export function useJob(): Job {
  const current = useRef<JobId | null>(null);
  const [progress, setProgress] = useState<JobProgress | null>(null);

  useEffect(() => {
    let phase: ProgressPhase | null = null;
    let began = 0;
    return onPageEvent((event) => {
      if (event.type !== 'progress' || event.jobId !== current.current) return;
      if (event.phase !== phase || event.done === 0) {
        phase = event.phase;
        began = performance.now();
      }
      setProgress({
        phase: event.phase,
        done: event.done,
        total: event.total,
        milliseconds: performance.now() - began,
      });
    });
  }, []);

  const start = useCallback(() => {
    const id = crypto.randomUUID() as JobId;
    current.current = id;
    setProgress(null);
    return id;
  }, []);

  const cancel = useCallback(() => {
    // A call that has just ended has nothing left to cancel: either way its own reply tells.
    if (current.current !== null) call('jobs.cancel', { jobId: current.current }).catch(() => undefined);
  }, []);

  return { start, progress, cancel };
}
