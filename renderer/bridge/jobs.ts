import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProgressPhase } from '#contract/ground/events';
import type { JobId } from '#contract/ground/ids';
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

export function newJobId(): JobId {
  return crypto.randomUUID() as JobId;
}

/** A call that has just ended has nothing left to cancel: either way its own reply tells. */
export function cancelJob(jobId: JobId): void {
  call('jobs.cancel', { jobId }).catch(() => undefined);
}

/** The progress of the job that `current` names at the moment, and the way to forget it. */
export function useProgress(current: () => JobId | null): readonly [JobProgress | null, () => void] {
  const [progress, setProgress] = useState<JobProgress | null>(null);

  useEffect(() => {
    let phase: ProgressPhase | null = null;
    let began = 0;
    return onPageEvent((event) => {
      if (event.type !== 'progress' || event.jobId !== current()) return;
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
  }, [current]);

  const forget = useCallback(() => {
    setProgress(null);
  }, []);

  return [progress, forget];
}

/** Follows one long call at a time. */
export function useJob(): Job {
  const current = useRef<JobId | null>(null);
  const [progress, forget] = useProgress(useCallback(() => current.current, []));

  const start = useCallback(() => {
    const id = newJobId();
    current.current = id;
    forget();
    return id;
  }, [forget]);

  const cancel = useCallback(() => {
    if (current.current !== null) cancelJob(current.current);
  }, []);

  return { start, progress, cancel };
}
