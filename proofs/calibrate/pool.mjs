// Panels shared out among threads, one at a time to each.
import { Worker } from 'node:worker_threads';

/**
 * @typedef {import('./panels/score.ts').PanelScore & {
 *   graded: import('./panels/scoreGrades.ts').GradedScore | null,
 *   seconds: number,
 * }} Panel seconds: of a processor
 */

/**
 * @param {{ scenario: string, sampler: { sweeps: number, burnIn: number } | null, isGraded: boolean }} task sampler null: the application's own
 * @param {readonly number[]} seeds
 * @param {number} jobs threads
 * @param {(panel: Panel) => void} onPanel as each is done
 * @returns {Promise<Panel[]>} in the order of the seeds, whichever thread was first
 */
export async function scorePanels(task, seeds, jobs, onPanel) {
  const waiting = seeds.map((seed, index) => ({ seed, index }));
  const found = [];
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
        onPanel(panel);
        next();
      });
      next();
    });
  await Promise.all(Array.from({ length: Math.min(jobs, seeds.length) }, runThread));
  return found;
}
