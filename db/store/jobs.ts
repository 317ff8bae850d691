import { Worker } from 'node:worker_threads';
import type { ProgressPhase } from '#contract/ground/events';
import { StoreFailure } from '../ground/kernel/failure.ts';
import type { Store } from './store.ts';
import type { Job } from '../ground/kernel/job.ts';
import type { ComputeTask } from './types.ts';

const cancelled = (): StoreFailure => new StoreFailure('cancelled');
const minimumGap = 80;

/** Follows one long call. Progress is reported at most a dozen times a second: more would only slow the work. */
export function jobOf(store: Store, jobId: string): Job {
  let told = 0;
  let toldPhase: ProgressPhase | null = null;
  const checkpoint = (): void => {
    if (store.cancelled.has(jobId)) throw cancelled();
  };
  return {
    progress: (phase: ProgressPhase, done, total) => {
      const now = performance.now();
      if (phase === toldPhase && now - told < minimumGap && done !== total) return;
      told = now;
      toldPhase = phase;
      store.options.emit({ type: 'progress', jobId, phase, done, total });
    },
    checkpoint,
    breathe: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      checkpoint();
    },
  };
}

type FromWorker =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'early'; readonly output: unknown }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'failed'; readonly code: StoreFailure['code']; readonly reason: StoreFailure['reason'] };

let threads = 0;
/** Whether a thread is at work. */
export const isComputing = (): boolean => threads > 0;

/** Runs pure work in a thread of its own and ends the thread at once when the job is cancelled. */
export function computeIn<T>(
  { options }: { readonly options: Pick<Store['options'], 'workerPath'> },
  task: ComputeTask,
  job: Job,
  onEarly?: (output: unknown) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const worker = new Worker(options.workerPath, { workerData: task });
    threads += 1;
    const phase = task.name === 'release' ? 'checking' : 'estimating';
    worker.once('exit', () => {
      threads -= 1;
    });
    const watch = setInterval(() => {
      try {
        job.checkpoint();
      } catch (error) {
        finish(() => {
          reject(error instanceof Error ? error : cancelled());
        });
      }
    }, 40);
    const finish = (settle: () => void): void => {
      clearInterval(watch);
      void worker.terminate();
      settle();
    };
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') job.progress(phase, message.done, message.total);
      else if (message.type === 'early') onEarly?.(message.output);
      else if (message.type === 'done') {
        finish(() => {
          resolve(message.output as T);
        });
      } else {
        finish(() => {
          reject(new StoreFailure(message.code, message.reason));
        });
      }
    });
    worker.on('error', () => {
      finish(() => {
        reject(new StoreFailure('internal'));
      });
    });
  });
}
