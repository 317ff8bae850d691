import { parentPort, workerData } from 'node:worker_threads';
import { worstOf } from '../estimator/sampler/convergence.ts';
import {
  runChainsTask,
  runClosingsTask,
  runTask,
  type ChainsAsked,
  type LaboratoryInput,
  type LaboratoryTask,
} from '../estimator/tasks.ts';
import { toFailure } from '../ground/kernel/failure.ts';
import type { ComputeTask } from '../store/types.ts';

type Report = (done: number, total: number) => void;

/** The worker computes on plain values and knows no database. */
async function run({ name, input }: ComputeTask, report: Report, early: (output: unknown) => void): Promise<unknown> {
  // Loaded when it is wanted: no question of the laboratory waits for it.
  if (name === 'release') {
    const { makeRelease } = await import('../reporting/returns/release/make.ts');
    const [content, kind, key, earlier] = input as Parameters<typeof makeRelease>;
    return makeRelease(content, kind, key, earlier, report);
  }
  if (name === 'backup') {
    const { runBackupTask } = await import('../store/backups/work.ts');
    return runBackupTask(input as Parameters<typeof runBackupTask>[0]);
  }
  if (name === 'chains') return runChainsTask(input as ChainsAsked, report, early);
  if (name === 'closings') return runClosingsTask(input as ChainsAsked);
  if (name === 'judge') return worstOf(input as Parameters<typeof worstOf>[0]);
  return runTask(name as LaboratoryTask, input as LaboratoryInput, report);
}

const port = parentPort;
if (port) {
  run(
    workerData as ComputeTask,
    (done, total) => {
      port.postMessage({ type: 'progress', done, total });
    },
    (output) => {
      port.postMessage({ type: 'early', output });
    },
  ).then(
    (output) => {
      port.postMessage({ type: 'done', output });
    },
    (error: unknown) => {
      const { code, reason } = toFailure(error);
      port.postMessage({ type: 'failed', code, reason });
    },
  );
}
