import { expect } from 'vitest';
import { defaultAssumptions, type Assumptions } from '#contract/statistics/assumptions';
import { builtWorker } from '../../../support/buildReader.ts';
import { ofFile } from '../../../support/fixtures/make.ts';
import { coordinationOf, newJob, panelsOf } from './reference/support.ts';

const { it, made: laboratory } = ofFile(() => coordinationOf(panelsOf(6, 30)));

/** The threads that an answer is computed in, and its total. */
async function askedWith(changes: Partial<Assumptions>) {
  let threads = 0;
  const count = () => (threads += 1);
  process.on('worker', count);
  try {
    const { total } = await laboratory.test.call('counterfactual.run', {
      scope: { all: true },
      lastMonth: laboratory.lastMonth,
      assumptions: { ...defaultAssumptions, ...changes },
      jobId: newJob(),
    });
    return { threads, avoided: total!.avoided.mean };
  } finally {
    process.off('worker', count);
  }
}

it('a posterior, and what other methods say, are kept where only what is made of the posterior changes', async () => {
  Object.assign(laboratory.test.store.options, { workerPath: builtWorker });
  const first = await askedWith({});
  expect(first.threads).toBeGreaterThan(4);
  const anyway = await askedWith({ substitutionShare: 0.5 });
  expect(anyway.threads).toBe(1);
  expect(anyway.avoided).toBeLessThan(0.8 * first.avoided);
  expect((await askedWith({ coupling: 'independent' })).threads).toBe(1);
  expect((await askedWith({ overtimeProductivity: 1.5 })).threads).toBeGreaterThan(4);
}, 300_000);
