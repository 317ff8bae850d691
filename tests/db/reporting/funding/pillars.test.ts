import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { FundingCells } from '#contract/reporting/fundingCells';
import { newSender, quarterOne } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let agreementId: string;
beforeEach(async () => {
  const sender = newSender();
  await coordination.receive(sender, quarterOne, 1);
  agreementId = await coordination.agreementFor([sender]);
});

const first = { code: 'P1', nameEn: 'First', nameFr: 'Premier' };
const second = { code: 'P2', nameEn: 'Second', nameFr: 'Deuxième' };
const grid = (fiscalYear: number) => ({ agreementId, register: 'budget' as const, fiscalYear });
const named = async () => (await coordination.test.call('funding.spending', { agreementId })).pillars;
const name = async (...pillars: readonly (typeof first)[]) =>
  coordination.test.call('funding.savePillars', { pillars: [...pillars], read: await named() });
const save = (fiscalYear: number, ...rows: readonly FundingCells[]) =>
  coordination.test.call('funding.save', {
    ...grid(fiscalYear),
    changes: rows.map((cells) => ({ do: 'add' as const, cells: { category: 'tools', ...cells } })),
  });

describe('the catalogue of pillars', () => {
  it('is empty until the workspace names one, by code, in both languages', async () => {
    expect(await named()).toEqual([]);
    await name(second, first);
    expect(await named()).toEqual([first, second]);
    await name({ ...first, nameEn: 'Changed' });
    expect(await named()).toEqual([{ ...first, nameEn: 'Changed' }]);
    await name();
    expect(await named()).toEqual([]);
  });

  it('refuses a code twice, and to lose a pillar that a line names', async () => {
    const twice = { pillars: [first, { ...second, code: 'p1' }], read: [] };
    expect(await coordination.test.refusal('funding.savePillars', twice)).toMatchObject({ code: 'invalid_input' });
    await name(first, second);
    await save(2026, { code: 'A', pillar: 'P1' });
    expect(
      await coordination.test.refusal('funding.savePillars', { pillars: [second], read: await named() }),
    ).toMatchObject({
      code: 'conflict',
      reason: 'pillar_in_use',
    });
    await name(first);
    expect(await named()).toEqual([first]);
  });
});

describe('two coordinators who edit the catalogue at once', () => {
  it('do not overwrite each other: the second is refused, and the first one’s pillars stay', async () => {
    await name(first);
    const read = await named();
    await coordination.test.call('funding.savePillars', { pillars: [first, second], read });
    const mine = { pillars: [{ ...first, nameEn: 'Mine' }], read };
    expect(await coordination.test.refusal('funding.savePillars', mine)).toMatchObject({
      code: 'conflict',
      reason: 'version_conflict',
    });
    expect(await named()).toEqual([first, second]);
  });
});

describe('a budget line', () => {
  it('names a pillar of the catalogue alone, typed or imported', async () => {
    await name(first);
    const add = { do: 'add' as const, cells: { code: 'A', category: 'tools', pillar: 'P9', toProject: 'yes' } };
    const failed: unknown = await coordination.test
      .call('funding.save', { ...grid(2026), changes: [add] })
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ failure: { fields: [{ path: 'changes.0.pillar', code: 'unknown_pillar' }] } });
    const path = join(coordination.test.parent, 'budget.csv');
    writeFileSync(
      path,
      'Code,Category,Pillar,Goes to a project\nA,Tools and software,P1,Yes\nB,Tools and software,P9,no\n',
    );
    const file = coordination.test.grant(path);
    const { rows, previewId } = await coordination.test.call('funding.previewFile', { ...grid(2026), file });
    expect(rows.map(({ verdict, problems }) => [verdict, problems.map(({ problem }) => problem)])).toEqual([
      ['new', []],
      ['invalid', ['unknown_pillar']],
    ]);
    await coordination.test.call('funding.applyFile', { previewId });
    const held = await coordination.test.call('funding.rows', grid(2026));
    expect(held.rows.map(({ cells }) => [cells['code'], cells['pillar'], cells['toProject']])).toEqual([
      ['A', 'P1', 'yes'],
    ]);
  });
});

describe('spending by pillar', () => {
  it('is by fiscal year, the last first, on screen and in a file to the cent', async () => {
    await name(first, second);
    await save(2025, { code: 'A', pillar: 'P1', toProject: 'yes', q1Actual: 0 });
    await save(
      2026,
      { code: 'A', pillar: 'P1', toProject: 'yes', q1Actual: 7_550, q2Actual: 0 },
      { code: 'B', pillar: 'P1', toProject: 'no', q1Actual: 2_450 },
      { code: 'C', q1Actual: 1 },
    );
    const { years } = await coordination.test.call('funding.spending', { agreementId });
    expect(years.map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2025]);
    expect(
      years[0]?.rows.map(({ pillar, spent, share, entered, asked }) => [pillar, spent, share, entered, asked]),
    ).toEqual([
      ['P1', 10_000, 0.755, 3, 8],
      ['P2', null, null, 0, 0],
      [null, 1, null, 1, 4],
    ]);
    expect(years[0]?.total).toMatchObject({ spent: 10_001, toProjects: 7_550, notSaid: 1, share: null });

    const path = join(coordination.test.parent, 'pillars.csv');
    await coordination.test.call('funding.exportSpending', { agreementId, file: coordination.test.grant(path) });
    const lines = readFileSync(path, 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(8);
    expect(lines[1]).toContain(
      '2026-27,Q4,pillar,P1,First,Premier,2,100.00,75.50,24.50,0.00,0.755,3,8,dollars,dollars',
    );
    expect(lines[2]).toContain('2026-27,Q4,pillar,P2,Second,Deuxième,0,,,,,,0,0');
    expect(lines[3]).toContain('2026-27,Q4,none,,No pillar named,Aucun pilier nommé,1,0.01,0.00,0.00,0.01,,1,4');
    expect(lines[5]).toContain('2025-26,Q4,pillar,P1,First,Premier,1,0.00,0.00,0.00,0.00,,1,4');
  });
});
