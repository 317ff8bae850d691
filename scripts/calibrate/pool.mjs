// Panels shared out among threads, one at a time to each.
import { Worker } from 'node:worker_threads';

/**
 * @typedef {{ score: import('../../db/ground/analysis/calibration/score.ts').PanelScore, effectiveSampleSize: number, seconds: number }} Panel
 */

/**
 * @param {{ scenario: string, sampler: { sweeps: number, burnIn: number } }} task
 * @param {readonly number[]} seeds
 * @param {number} jobs threads
 * @param {(done: number) => void} onPanel
 * @returns {Promise<Panel[]>} in the order of the seeds, whichever thread was first
 */
export async function scorePanels(task, seeds, jobs, onPanel) {
  const waiting = seeds.map((seed, index) => ({ seed, index }));
  const found = [];
  let done = 0;
  const runThread = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: task });
      let current;
      const next = () => {
        current = waiting.shift();
        if (current === undefined) void worker.terminate().then(resolve, reject);
        else worker.postMessage(current.seed);
      };
      worker.on('error', reject);
      worker.on('message', (panel) => {
        found[current.index] = panel;
        onPanel((done += 1));
        next();
      });
      next();
    });
  await Promise.all(Array.from({ length: Math.min(jobs, seeds.length) }, runThread));
  return found;
}
