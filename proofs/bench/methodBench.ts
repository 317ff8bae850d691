import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { defaultAssumptions } from '../../db/estimator/assumptions.ts';
import { checkStructural } from '../../db/estimator/crossChecks/structural.ts';
import { planBasis } from '../../db/estimator/planning/basis.ts';
import { project } from '../../db/estimator/planning/project.ts';
import { noChange } from '../../db/estimator/planning/staff.ts';
import { fitCapacity } from '../../db/estimator/sampler/fit.ts';
import { defaultSimulation, simulatePanels } from '../../db/estimator/simulate.ts';
import type { LaboratoryInput, LaboratoryTask } from '../../db/estimator/tasks.ts';
import { posteriorOf } from '../../db/statistics/estimate/posterior.ts';
import type { Job } from '../../db/ground/kernel/job.ts';
import type { ComputeTask, ReadContext } from '../../db/store/types.ts';
import { sortUnits } from '../../db/estimator/usable.ts';
import { findWindow } from '../../db/estimator/window.ts';
import type { Measured } from './measure.ts';

/** As the application ships it: from the sources each thread would read and strip the types of a hundred files before it begins. */
const workerPath = resolve(import.meta.dirname, '../../dist/main/worker.cjs');

type Timed = { readonly seconds: number; readonly longestPause: number };

/** One question in a worker thread as in the application, and the longest pause of this thread meanwhile, in milliseconds. */
async function timeTask(name: LaboratoryTask, input: LaboratoryInput): Promise<Timed> {
  const began = performance.now();
  let longestPause = 0;
  let last = began;
  const watch = setInterval(() => {
    const now = performance.now();
    longestPause = Math.max(longestPause, now - last - 5);
    last = now;
  }, 5);
  await new Promise<void>((done, failed) => {
    const worker = new Worker(workerPath, { workerData: { name, input } });
    worker.on('message', (message: { type: string }) => {
      if (message.type === 'done') done(void worker.terminate());
      if (message.type === 'failed') failed(new Error('the worker failed'));
    });
    worker.on('error', failed);
  });
  clearInterval(watch);
  return { seconds: (performance.now() - began) / 1000, longestPause };
}

/** One piece of work in a worker thread. */
function inWorker<T>(task: ComputeTask, onEarly?: (output: unknown) => void): Promise<T> {
  return new Promise((done, failed) => {
    const worker = new Worker(workerPath, { workerData: task });
    worker.on('message', (message: { type: string; output?: unknown }) => {
      if (message.type === 'early') onEarly?.(message.output);
      if (message.type === 'failed') failed(new Error('the worker failed'));
      if (message.type !== 'done') return;
      done(message.output as T);
      void worker.terminate();
    });
    worker.on('error', failed);
  });
}

/** The estimate as the application makes it: two threads at once, the first answer on the way. */
async function timeEstimate(input: LaboratoryInput): Promise<{
  readonly first: number;
  readonly seconds: number;
  readonly again: number;
}> {
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  let first = Number.NaN;
  const context = {
    memory: new Map(),
    compute: (task: ComputeTask, _job: unknown, onEarly?: (output: unknown) => void) => inWorker(task, onEarly),
  } as unknown as ReadContext;
  const job = { progress: () => undefined, checkpoint: () => undefined } as unknown as Job;
  const posterior = await posteriorOf('bench', input, context, job, (early) => {
    void inWorker({ name: 'estimate', input: { ...input, posterior: early } }).then(() => {
      first = seconds();
    });
  });
  await inWorker({ name: 'estimate', input: { ...input, posterior } });
  const answered = seconds();
  // What only changes what is made of the posterior does not compute it again.
  const assumptions = { ...input.assumptions, substitutionShare: 0.25 };
  const kept = await posteriorOf('bench', { ...input, assumptions }, context, job, null);
  await inWorker({ name: 'estimate', input: { ...input, assumptions, posterior: kept } });
  return { first, seconds: answered, again: seconds() - answered };
}

/** Seconds of the processor for the structural series of every funded unit, 500 draws each. */
function timeStructural(): number {
  const units = simulatePanels(defaultSimulation);
  const controls = units.filter((unit) => unit.truth.funding === null).map(({ panel }) => panel);
  const funded = units.filter((unit) => unit.truth.funding !== null);
  const from = process.threadCpuUsage().user;
  for (const { panel } of funded) {
    const window = findWindow(panel);
    if ('window' in window) checkStructural(panel, window.window, controls, { seed: 3, draws: 500, otherwise: null });
  }
  return (process.threadCpuUsage().user - from) / 1e6;
}

/** Milliseconds of the processor for 30 units, 36 months and 1,000 draws of one plan, the fit being there: the best of five. */
function timePlan(): number {
  const { usable } = sortUnits(
    simulatePanels({ ...defaultSimulation, units: 30, funded: 20 }).map(({ panel }) => panel),
  );
  const fit = fitCapacity(usable, defaultAssumptions, { seed: 1, chains: 1, sweeps: 300, burnIn: 200, thin: 1 });
  const basis = planBasis(fit, defaultAssumptions, 1);
  const unitIds = basis.units.map(({ unitId }) => unitId);
  const times = Array.from({ length: 5 }, () => {
    const from = process.threadCpuUsage().user;
    project(basis, [{ plan: noChange }], 36, unitIds);
    return (process.threadCpuUsage().user - from) / 1000;
  });
  return Math.min(...times);
}

/** Method A and its cross-checks on 42 units and 84 months. The independent implementation in NumPy took 8.8 s for the fit alone. */
export async function benchMethod(): Promise<readonly Measured[]> {
  const panels = simulatePanels(defaultSimulation).map((each) => each.panel);
  const input: LaboratoryInput = { panels, assumptions: defaultAssumptions, seed: 1, reference: null };
  const estimate = await timeEstimate(input);
  const checks = await timeTask('crossChecks', input);
  const row = (name: string, value: number, unit: string): Measured => ({
    name,
    value,
    unit,
    beside: null,
    ratio: null,
  });
  return [
    row('method A, 42 units x 84 months: first answer, from the beginnings of two chains', estimate.first, 's'),
    row('method A, the same: four chains judged, and the backlog of each unit from 800 draws', estimate.seconds, 's'),
    row('method A, the same with a quarter hired anyway, the posterior being there', estimate.again, 's'),
    row('all cross-checks of the 30 funded units and the event studies, in a worker', checks.seconds, 's'),
    row('structural series of 30 units, 84 months, 500 draws, of the processor', timeStructural(), 's'),
    row('a plan of 30 units, 36 months and 1,000 draws, of the processor', timePlan(), 'ms'),
    row('longest pause of the calling thread meanwhile', checks.longestPause, 'ms'),
  ];
}
