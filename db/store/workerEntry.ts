import { parentPort, workerData } from 'node:worker_threads';
import { runTask, type LaboratoryInput } from '../analysis/tasks.ts';
import type { ComputeTask } from './types.ts';

/** The worker computes on plain values and knows no database. */
const port = parentPort;
if (port) {
  const task = workerData as ComputeTask;
  try {
    const output = runTask(task.name, task.input as LaboratoryInput, (done, total) => {
      port.postMessage({ type: 'progress', done, total });
    });
    port.postMessage({ type: 'done', output });
  } catch {
    port.postMessage({ type: 'failed' });
  }
}
