import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { noChange } from '#contract/statistics/plans';
import type { UnitPanel } from '../../../../db/estimator/panel.ts';
import { coordinationOf, newJob, panelsOf, type Laboratory } from '../estimate/reference/support.ts';
import { isWhole } from '../../../support/whole.ts';

/** The panel from half a year before its funding on: too short a time for a reliability above D. */
function shortened(panel: UnitPanel): UnitPanel {
  const from = panel.fteFunded.findIndex((fte) => (fte ?? 0) > 0) - 6;
  const cut = Object.entries(panel).map(([name, values]) => [
    name,
    Array.isArray(values) ? values.slice(from) : values,
  ]);
  return { ...(Object.fromEntries(cut) as UnitPanel), partialMonths: [] };
}

let coordination: Laboratory;
beforeAll(async () => {
  const panels = panelsOf(12, 64);
  const first = panels.findIndex(({ fteFunded }) => fteFunded.some((fte) => (fte ?? 0) > 0));
  coordination = await coordinationOf(panels.map((panel, index) => (index === first ? shortened(panel) : panel)));
}, 60_000);
afterAll(() => {
  coordination.test.dispose();
});

it.runIf(isWhole)('the sceptic’s answer beside a plan is of the planned units alone', async () => {
  const { test, lastMonth } = coordination;
  const question = { scope: { all: true } as const, lastMonth };
  const project = { ...question, plan: noChange, compare: [], jobId: newJob() };
  const { units, notPlanned, sceptic } = await test.call('plans.project', project);
  expect(notPlanned.map(({ reason }) => reason)).toContain('grade_d');
  const estimate = { ...question, assumptions: defaultAssumptions, jobId: newJob() };
  const { total, units: estimated } = await test.call('counterfactual.run', estimate);
  expect(total!.unitsCovered).toBeGreaterThan(units.length);
  const middle = units
    .map(({ unitId }) => estimated.find((each) => each.unitId === unitId)!.result)
    .reduce((sum, result) => sum + (result.status === 'estimated' ? result.avoided.mean : 0), 0);
  const { low, high } = sceptic!.estimate;
  // Of all units together the range lies elsewhere.
  expect([low, high]).not.toEqual([total!.avoided.p10, total!.avoided.p90]);
  expect([low < middle, middle < high]).toEqual([true, true]);
});
