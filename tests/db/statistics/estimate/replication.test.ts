import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { auditEntry } from '../../../../db/ground/schema/common/audit.ts';
import { vigie } from '../../entry/cli/support.ts';
import { coordinationOf, newJob, panelsOf, type Laboratory } from './reference/support.ts';
import { builtWorker } from '../../../support/buildReader.ts';
import type { CapacityFound } from '../../../support/analyseCapacity.ts';
import { isWhole } from '../../../support/whole.ts';
import { ofFile } from '../../../support/fixtures/make.ts';

const { it, made: laboratory } = ofFile(() => coordinationOf(panels));

/** Of each unit, one month is counted in part only. */
const panels = panelsOf(10, 30).map((panel) => ({ ...panel, partialMonths: [21] }));
let folder: string;
let exported: { readonly folderName: string; readonly units: number };

const pathOf = (name: string): string => join(folder, name);
const textOf = (name: string): string => readFileSync(pathOf(name), 'utf8');
const expected = (): CapacityFound => JSON.parse(textOf('expected.json')) as CapacityFound;

function replicate({ test, lastMonth }: Laboratory) {
  return test.call('counterfactual.replicate', {
    ...{ scope: { all: true } as const, lastMonth, assumptions: defaultAssumptions, jobId: newJob() },
    folder: test.grant(test.parent),
  });
}

it.beforeAll(async () => {
  // The worker itself: kept answers name units in their own way, from which the draws of a unit follow.
  Object.assign(laboratory.test.store.options, { workerPath: builtWorker });
  exported = await replicate(laboratory);
  folder = join(laboratory.test.parent, exported.folderName);
  // The whole model is fitted once.
}, 300_000);

describe('the replication of an estimate', () => {
  it.runIf(isWhole)(
    'is computed again by the command, byte for byte',
    async () => {
      const out = pathOf('result.json');
      const ran = await vigie([
        ...['analyse', 'capacity', '--data', pathOf('panel.csv'), '--spec', pathOf('specification.json')],
        ...['--out', out],
      ]);
      expect([ran.exitCode, ran.err]).toEqual([0, '']);
      expect(readFileSync(out, 'utf8')).toBe(textOf('expected.json'));
      expect(expected().units).toHaveLength(10);
      // The chains of the application, not the command’s longer ones.
      expect(expected().fit).toMatchObject({ units: 10, fundedUnits: 5, chains: 4, sweeps: 4600 });
      expect(expected().basis).toBe('estimated');
      const graded = expected().units.flatMap(({ evidence }) => evidence ?? []);
      expect(graded.map(({ reasons }) => reasons.includes('months_partial'))).toEqual(Array(5).fill(true));
    },
    300_000,
  );

  it.runIf(isWhole)(
    'says the same as the screen, within the error of the simulation',
    async () => {
      const { test, lastMonth } = laboratory;
      const shown = await test.call('counterfactual.run', {
        ...{ scope: { all: true }, lastMonth, assumptions: defaultAssumptions, jobId: newJob() },
      });
      const [onScreen, here] = [shown.total!.avoided, expected().total.at(-1)!.avoided];
      const width = onScreen.p90 - onScreen.p10;
      expect(width).toBeGreaterThan(0);
      expect(Math.abs(here.mean - onScreen.mean)).toBeLessThan(width / 5);
      expect(expected().totalEvidence?.grade).toBe(shown.total!.evidence?.grade);
    },
    300_000,
  );

  it('names no unit and no person, and leaves one entry with what left', async () => {
    const { test, unitIds } = laboratory;
    const names = readdirSync(folder).filter((name) => name !== 'result.json');
    expect(names.sort()).toEqual(['README.txt', 'expected.json', 'panel.csv', 'specification.json']);
    const all = names.map(textOf).join('\n');
    for (const secret of [...unitIds, 'U01', 'U10', 'Coordinator', 'Fictitious']) expect(all).not.toContain(secret);
    const rows = await test.store.requireUnlocked().read.select().from(auditEntry);
    const entries = rows.filter(({ method }) => method === 'counterfactual.replicate');
    expect(entries.map(({ facts }) => Object.keys(JSON.parse(facts) as object))).toEqual([
      ['sha256', 'units'],
      ['begun', 'ended'],
    ]);
  });

  it('gives the total of the units asked for, and refuses a unit without months', async () => {
    const { test, unitIds, lastMonth } = laboratory;
    const funded = unitIds[panels.findIndex((panel) => panel.fteFunded.some((fte) => (fte ?? 0) > 0))]!;
    const input = { lastMonth, assumptions: defaultAssumptions, folder: test.grant(test.parent) };
    const one = await test.call('counterfactual.replicate', { ...input, scope: { unitId: funded }, jobId: newJob() });
    const found = JSON.parse(
      readFileSync(join(test.parent, one.folderName, 'expected.json'), 'utf8'),
    ) as CapacityFound & { readonly specification: { readonly totalOf: readonly string[] } };
    const [name] = found.specification.totalOf;
    expect(found.specification.totalOf).toHaveLength(1);
    expect(found.total.at(-1)).toMatchObject({ units: 1 });
    expect(found.total.at(-1)!.avoided).toEqual(
      found.units.find(({ unitId }) => unitId === name)!.path.at(-1)!.avoided,
    );
    const early = {
      ...input,
      scope: { all: true },
      lastMonth: '2001-01' as typeof lastMonth,
      jobId: newJob(),
    } as const;
    expect(await test.refusal('counterfactual.replicate', early)).toEqual({
      code: 'conflict',
      reason: 'replication_no_data',
    });
  }, 300_000);
});
