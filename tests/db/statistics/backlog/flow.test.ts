import { afterEach, describe, expect, it } from 'vitest';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import {
  administrator,
  copyOfUnit,
  createTestStore,
  createUnitAndUser,
  type TestStore,
} from '../../../support/store.ts';
import { historyOf } from './history.ts';

let test: TestStore;
afterEach(() => {
  test.dispose();
});

const flow = (from: string, to: string) => test.call('backlog.flow', { from: from, to: to });

async function inPost(unitId: UnitId, months: readonly string[], base: number | null, funded: number): Promise<void> {
  await test.call('staffing.save', {
    unitId,
    cells: months.flatMap((month) => [
      {
        month: month as Month,
        measure: 'fte_base' as const,
        value: base,
        status: base === null ? ('not_available' as const) : ('complete' as const),
      },
      { month: month as Month, measure: 'fte_funded' as const, value: funded, status: 'complete' as const },
    ]),
  });
}

describe('the flow by month', () => {
  it('tells what came in, what left and what was reclassified, as the ledger has it', async () => {
    const made = await copyOfUnit();
    test = made.test;
    const { unitId } = made;
    const history = historyOf(test, unitId);
    const ids = [];
    for (const on of ['2026-01-05', '2026-01-06', '2026-01-07', '2026-02-02', '2026-02-03'])
      ids.push(await history.receive(on));
    await history.open('2026-02-04');
    await history.move(ids[0]!, '2026-02-10');
    await history.move(ids[0]!, '2026-03-01', 'received');
    await history.move(ids[1]!, '2026-02-10', 'not_viable');
    await history.bundle(ids[2]!, [ids[3]!], '2026-03-02');
    await history.wait(await history.open('2026-03-02', [ids[4]!]), '2026-03-05', 'crown_or_court');
    await inPost(unitId, ['2026-01', '2026-03'], 3, 1.5);
    await inPost(unitId, ['2026-02'], null, 1.5);
    await history.rule('2026-01-01', 'exclude_court');
    await history.rule('2026-03-01', 'exclude_court');
    const answer = await flow('2025-10', '2026-03');
    expect(answer).toEqual({
      // Nothing was recorded before.
      months: ['2026-01', '2026-02', '2026-03'],
      received: [3, 3, 1],
      closed: [0, 2, 1],
      reclassified: [0, 0, -1],
      staff: { units: [unitId], fte: [4.5, null, 4.5], closed: [0, 2, 1] },
      covered: [unitId],
      missing: [],
      ruleChanges: [{ month: '2026-03', unitId }],
    });
    const board = await test.call('backlog.board', { from: '2026-01', to: '2026-03' });
    const net = answer.months.map(
      (_, index) => answer.received[index]! - answer.closed[index]! + answer.reclassified[index]!,
    );
    expect(board.units[0]!.closing).toEqual([net[0], net[0]! + net[1]!, net[0]! + net[1]! + net[2]!]);
  });

  it('shows staffing to those alone who may see it', async () => {
    test = await createTestStore();
    const { unitId } = await createUnitAndUser(test, { roles: ['investigator'] });
    await historyOf(test, unitId).receive('2026-01-05');
    expect((await flow('2026-01', '2026-01')).staff).toBeNull();
  });

  it('leaves a unit out that has not reported every month, and names it', async () => {
    test = await createTestStore();
    const { unitId: whole } = await createUnitAndUser(test);
    await historyOf(test, whole).receive('2026-01-05');
    await test.signInAs(administrator.login);
    const { unitId: late } = await createUnitAndUser(test, { login: 'second', code: 'U02' });
    await historyOf(test, late).receive('2026-02-05');
    await test.signInAs(administrator.login);
    await test.call('users.create', {
      login: 'both',
      displayName: 'Both',
      roles: ['supervisor'],
      unitIds: [whole, late],
      passphrase: administrator.passphrase,
    });
    await test.signInAs('both');
    await inPost(whole, ['2026-01', '2026-02'], 3, 0);
    await inPost(late, ['2026-02'], 5, 0);
    expect(await flow('2026-01', '2026-02')).toMatchObject({ received: [1, 0], covered: [whole], missing: [late] });
    expect(await test.call('backlog.flow', { unitIds: [late], from: '2026-01', to: '2026-02' })).toMatchObject({
      months: ['2026-02'],
      received: [1],
      covered: [late],
    });
  });

  it('counts staff over the units whose staff is known throughout', async () => {
    test = await createTestStore();
    const { unitId: first } = await createUnitAndUser(test);
    const history = historyOf(test, first);
    await history.move(await history.receive('2026-01-05'), '2026-01-10');
    await test.signInAs(administrator.login);
    const { unitId: second } = await createUnitAndUser(test, { login: 'second', code: 'U02' });
    await historyOf(test, second).receive('2026-01-05');
    await test.signInAs(administrator.login);
    await test.call('users.create', {
      login: 'both',
      displayName: 'Both',
      roles: ['supervisor'],
      unitIds: [first, second],
      passphrase: administrator.passphrase,
    });
    await test.signInAs('both');
    await inPost(first, ['2026-01', '2026-03'], 3, 0.5);
    await inPost(second, ['2026-01'], 5, 0);
    expect(await flow('2026-01', '2026-03')).toMatchObject({
      covered: [first, second],
      staff: { units: [first], fte: [3.5, null, 3.5], closed: [1, 0, 0] },
    });
  });

  it('is empty where nothing was recorded, and refuses more than ten years', async () => {
    ({ test } = await copyOfUnit());
    expect(await flow('2026-01', '2026-03')).toMatchObject({ months: [], received: [], covered: [] });
    expect(await test.refusal('backlog.flow', { from: '2016-01', to: '2026-03' })).toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('who may see files by age', () => {
  it('sees those of their units alone, and leaves a trace of the list', async () => {
    test = await createTestStore();
    const { unitId: theirs } = await createUnitAndUser(test);
    await historyOf(test, theirs).receive('2026-01-05');
    await test.signInAs(administrator.login);
    await createUnitAndUser(test, { login: 'second', code: 'U02' });
    const on = '2026-11-24' as never;
    expect(await test.call('backlog.ageing', { on })).toMatchObject({ files: 0 });
    expect(await test.call('backlog.agedFiles', { on, offset: 0, size: 10 })).toEqual({
      files: [],
      total: 0,
      sealed: 0,
    });
    expect(await test.refusal('backlog.ageing', { on, unitIds: [theirs] })).toEqual({ code: 'forbidden' });
    await test.signInAs(administrator.login);
    const { rows } = await test.call('audit.list', { size: 50 });
    expect(rows.filter(({ method }) => method === 'backlog.agedFiles')).toHaveLength(1);
  });
});
