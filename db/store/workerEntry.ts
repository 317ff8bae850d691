import { parentPort, workerData } from 'node:worker_threads';
import { runCounterfactual } from '../analysis/run.ts';
import type { ComputeTask } from './types.ts';

/** The worker computes on plain values and knows no database. */
const port = parentPort;
if (port) {
  const task = workerData as ComputeTask;
  try {
    const output = runCounterfactual(task.input as Parameters<typeof runCounterfactual>[0], (done, total) => {
      port.postMessage({ type: 'progress', done, total });
    });
    port.postMessage({ type: 'done', output });
  } catch {
    port.postMessage({ type: 'failed' });
  }
}
