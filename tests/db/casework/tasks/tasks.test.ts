import { beforeEach, describe, expect } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { it, test, unitId, userId as me } from '../../../support/fixtures/unit.ts';

let file: InvestigationId;
beforeEach(async () => {
  file = (await openFile(test, unitId, me)).id;
});

const add = (what: string, dueOn: string | null, owner: string | null = null) =>
  test.call('tasks.add', { investigationId: file, what, dueOn, owner });

describe('tasks', () => {
  it('stand in Due with their owner, or with the lead of the file', async () => {
    await test.signInAs('admin');
    const { id: other } = await test.call('users.create', {
      login: 'second',
      displayName: 'Second',
      roles: ['investigator'],
      unitIds: [unitId],
      passphrase: 'a long enough phrase',
    });
    await test.signInAs('officer');
    await add('Call the provider', '2026-11-26');
    await add('Write the report', '2026-11-20', other);
    await add('Some day', null);
    const { rows } = await test.call('due.list', { filter: {} });
    expect(rows.map((row) => [row.source, row.name.en, row.lead, row.urgency, row.daysLeft])).toEqual([
      ['task', 'Write the report', other, 'overdue', -4],
      ['task', 'Call the provider', me, 'reminder', 2],
    ]);
    expect((await test.call('due.list', { filter: { lead: me } })).rows).toHaveLength(1);
    expect(await test.call('due.counts', { filter: {} })).toEqual({ overdue: 1, today: 0, reminder: 1 });
  });

  it('keep the file open until each is done, and can be taken up again', async () => {
    const { id } = await add('Call the provider', null);
    const change = { investigationId: file, taskId: id, what: 'Call the provider', owner: null, dueOn: null };
    const { version } = (await test.call('investigations.get', { investigationId: file })).investigation;
    expect(await test.refusal('investigations.conclude', { investigationId: file, version, on: '2026-11-24' })).toEqual(
      { code: 'conflict', reason: 'investigation_still_open' },
    );
    expect(await test.refusal('tasks.change', { ...change, version: 1, doneOn: '2026-11-25' })).toEqual({
      code: 'invalid_input',
      reason: 'date_in_future',
    });
    // What was done yesterday is entered today.
    await test.call('tasks.change', { ...change, version: 1, doneOn: '2026-11-23' });
    expect((await test.call('investigations.openItems', { investigationId: file })).items).toEqual([]);
    expect(await test.refusal('tasks.change', { ...change, version: 1, doneOn: null })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    await test.call('tasks.change', { ...change, version: 2, doneOn: null });
    expect((await test.call('investigations.openItems', { investigationId: file })).items).toHaveLength(1);
  });

  it('are given to people of the unit only', async () => {
    await test.signInAs('admin');
    const { userId } = await createUnitAndUser(test, { login: 'elsewhere', code: 'U02' });
    await test.signInAs('officer');
    const task = { investigationId: file, what: 'X', dueOn: null, owner: userId };
    expect(await test.refusal('tasks.add', task)).toEqual({ code: 'invalid_input' });
  });
});
