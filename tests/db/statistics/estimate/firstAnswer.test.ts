import { describe, expect, vi } from 'vitest';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { PageEvent } from '#contract/ground/events';
import type { Output } from '#contract/index';
import { readAnswer } from '../../../../db/statistics/estimate/answers.ts';
import type { Estimation } from '../../../../db/estimator/estimate.ts';
import { laboratoryAnswer } from '../../../../db/ground/schema/common/laboratory.ts';
import { builtWorker } from '../../../support/buildReader.ts';
import { coordinationOf, newJob, panelsOf } from './reference/support.ts';
import { ofFile } from '../../../support/fixtures/make.ts';

const { it, made: laboratory } = ofFile(() => coordinationOf(panels));

const panels = panelsOf(6, 30);
type First = Output<'counterfactual.first'>['result'];
let early: First;
let final: Output<'counterfactual.run'>;
const phases: string[] = [];

const question = () => ({
  scope: { all: true } as const,
  lastMonth: laboratory.lastMonth,
  assumptions: defaultAssumptions,
});
const first = async (): Promise<First> => (await laboratory.test.call('counterfactual.first', question())).result;

/** Calls for the first answer as the page does: once the job says that it is being checked. */
async function askBoth(): Promise<void> {
  const { store } = laboratory.test;
  const jobId = newJob();
  const asked: Promise<First>[] = [];
  const emit = vi.spyOn(store.options, 'emit').mockImplementation((event: PageEvent) => {
    if (event.type !== 'progress' || event.jobId !== jobId) return;
    phases.push(event.phase);
    if (event.phase === 'checking' && asked.length === 0) asked.push(first());
  });
  final = await laboratory.test.call('counterfactual.run', { ...question(), jobId });
  emit.mockRestore();
  early = await asked[0]!;
}

it.beforeAll(async () => {
  // One that answers again what was computed before leaves no time between the two answers.
  Object.assign(laboratory.test.store.options, { workerPath: builtWorker });
  expect(await first()).toBeNull();
  await askBoth();
}, 300_000);

describe('the first answer', () => {
  it('is there once the job says that its reliability is checked, and not before or after', async () => {
    expect(phases.indexOf('checking')).toBeGreaterThan(0);
    expect(phases.slice(phases.indexOf('checking')).every((phase) => phase === 'checking')).toBe(true);
    expect(early).not.toBeNull();
    expect(await first()).toBeNull();
  });

  it('has no grade, no single figure and no other method beside it, and says why', () => {
    expect(early!.fit).toMatchObject({ chains: 2, rHat: null, effectiveSampleSize: null });
    expect([early!.draws, early!.events]).toEqual([400, null]);
    expect(early!.total!.evidence).toMatchObject({ grade: null, reason: 'being_checked' });
    for (const { result } of early!.units) {
      if (result.status === 'refused') continue;
      expect(result).toMatchObject({ grade: null, crossChecks: [] });
      expect(result.gradeReasons[0]).toBe('being_checked');
    }
  });

  it('is near the answer that takes its place, which has grades from four chains', () => {
    expect(final.fit).toMatchObject({ chains: 4 });
    expect(final.fit!.rHat).toBeLessThanOrEqual(1.01);
    expect(final.total!.evidence!.grade).not.toBeNull();
    const { p10, p90, mean } = final.total!.avoided;
    expect(Math.abs(early!.total!.avoided.mean - mean)).toBeLessThan((p90 - p10) / 4);
    expect(early!.total!.avoided.mean).not.toBe(mean);
  });

  it('is never kept as if it were the answer', async () => {
    const { read } = laboratory.test.store.requireUnlocked();
    await vi.waitFor(async () => {
      expect(await read.select().from(laboratoryAnswer)).toHaveLength(2);
    }, 5000);
    const [kept] = (await read.select().from(laboratoryAnswer)).filter(({ task }) => task === 'estimate');
    const answer = (await readAnswer(read, kept as never)) as Estimation;
    expect(answer.fit).toMatchObject({ chains: 4, rHat: final.fit!.rHat });
  });
});
