import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { defaultAssumptions } from '../../db/analysis/assumptions.ts';
import { defaultSimulation, simulatePanels } from '../../db/analysis/simulate.ts';
import type { Measured } from './measure.ts';

/** Method A provisional on 42 units and 84 months, in a worker thread as in the application; the longest pause of this thread meanwhile. */
export async function benchMethod(): Promise<readonly Measured[]> {
  const panels = simulatePanels(defaultSimulation).map((each) => each.panel);
  const input = {
    panels,
    assumptions: defaultAssumptions,
    seed: 1,
    draws: 4000,
    totalMonths: panels[0]?.months.slice(-60) ?? [],
    withSensitivity: false,
  };
  const began = performance.now();
  let longest = 0;
  let last = began;
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  await new Promise<void>((done, failed) => {
    const worker = new Worker(resolve(import.meta.dirname, '../../db/store/workerEntry.ts'), {
      workerData: { name: 'counterfactual', input },
    });
    worker.on('message', (message: { type: string }) => {
      if (message.type === 'done') done(void worker.terminate());
      if (message.type === 'failed') failed(new Error('the worker failed'));
    });
    worker.on('error', failed);
  });
  clearInterval(watch);
  return [
    {
      name: 'method A provisional, 42 units x 84 months, 4,000 draws, in a worker',
      value: (performance.now() - began) / 1000,
      unit: 's',
      beside: null,
      ratio: null,
    },
    { name: 'longest pause of the calling thread meanwhile', value: longest, unit: 'ms', beside: null, ratio: null },
  ];
}
