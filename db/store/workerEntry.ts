import { parentPort, workerData } from 'node:worker_threads';
import { runTask, type LaboratoryInput } from '../analysis/tasks.ts';
import type { ComputeTask } from './types.ts';

type Report = (done: number, total: number) => void;

/** The worker computes on plain values and knows no database. */
async function run({ name, input }: ComputeTask, report: Report): Promise<unknown> {
  if (name !== 'pdfText') return runTask(name, input as LaboratoryInput, report);
  // Loaded when a document is read: no question of the laboratory waits for it.
  const { pdfText } = await import('../tips/pdfText.ts');
  return pdfText(input as Uint8Array);
}

const port = parentPort;
if (port) {
  run(workerData as ComputeTask, (done, total) => {
    port.postMessage({ type: 'progress', done, total });
  }).then(
    (output) => {
      port.postMessage({ type: 'done', output });
    },
    () => {
      port.postMessage({ type: 'failed' });
    },
  );
}
