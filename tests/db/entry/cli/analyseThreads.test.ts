import type { Worker } from 'node:worker_threads';
import { expect } from 'vitest';
import { readTable } from '../../../../db/entry/cli/analyse/table.ts';
import { readJson } from '../../../../db/entry/cli/textFile.ts';
import { defaultSimulation, simulatePanels } from '../../../../db/estimator/simulate.ts';
import { panelFile } from '../../../../db/statistics/estimate/replication/files.ts';
import { analyseCapacity } from '../../../support/analyseCapacity.ts';
import { isWhole } from '../../../support/whole.ts';
import { valueOf, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

const columns = { proactive: 'proactive', administrative: 'administrative' };
const short = { sweeps: 160, burnIn: 80, thin: 2, columns };
let data: string;
it.beforeAll(() => {
  const settings = { ...defaultSimulation, seed: 3, months: 24, units: 6, funded: 3, decisionMonth: 10 };
  data = place.write('panel.csv', panelFile(simulatePanels(settings).map(({ panel }) => panel)).bytes);
});

async function started(work: () => Promise<unknown>): Promise<number> {
  const workers: Worker[] = [];
  const count = (worker: Worker) => workers.push(worker);
  process.on('worker', count);
  try {
    await work();
  } finally {
    process.off('worker', count);
  }
  return workers.length;
}

it.each(isWhole ? [1, 3, 4] : [1, 3])(
  '%i chains are run by two threads, and say the same as in one',
  async (chains) => {
    const spec = place.write(`${chains}.json`, JSON.stringify({ ...short, chains, crossChecks: true }));
    let found: unknown;
    const threads = await started(async () => {
      found = await valueOf(['analyse', 'capacity', '--data', data, '--spec', spec]);
    });
    // What closings follow, the chains, their judgement, and the other methods.
    expect(threads).toBe(2 * Math.min(chains, 2) + 2);
    const alone = analyseCapacity(readTable(data), readJson(spec) as object);
    expect(JSON.stringify(found)).toBe(JSON.stringify(alone));
  },
);

it('stops when it is asked to', async () => {
  const spec = place.write('long.json', JSON.stringify({ sweeps: 200_000, columns }));
  const interruption = new AbortController();
  const stop = () => {
    interruption.abort();
  };
  process.once('worker', stop);
  const ran = await vigie(['analyse', 'capacity', '--data', data, '--spec', spec], { interruption });
  process.off('worker', stop);
  expect([ran.exitCode, ran.out]).toEqual([1, '']);
});
