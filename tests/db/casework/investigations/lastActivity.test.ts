import { expect } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import { today } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const open = async (openedOn: string) =>
  (await test.call('investigations.open', { unitId, openedOn, referralIds: [], lead: null })).id;
const listed = async (id: InvestigationId) => {
  const { rows } = await test.call('investigations.list', {
    ...{ filter: {}, sort: { column: 'openedOn', descending: true }, from: { at: 'start' }, size: 9 },
  });
  const row = rows.find((each) => each.id === id);
  return [row?.lastOn, row?.nextStep];
};

it('a list of investigations says what comes next in each, and when something happened last', async () => {
  const [quiet, busy] = [await open('2026-09-01'), await open('2026-09-02')];
  expect([await listed(quiet), await listed(busy)]).toEqual([
    ['2026-09-01', null],
    ['2026-09-02', null],
  ]);
  await test.call('arrests.record', { investigationId: busy, arrestedOn: '2026-10-05', youth: false });
  expect(await listed(busy)).toEqual(['2026-10-05', null]);
  const task = { what: 'Call the provider', owner: null, dueOn: null };
  const { id: taskId } = await test.call('tasks.add', { investigationId: busy, ...task });
  expect((await listed(busy))[0]).toBe(today);
  await test.call('tasks.change', { investigationId: busy, taskId, version: 1, ...task, doneOn: today });
  await test.call('handover.setNextStep', { investigationId: quiet, version: null, text: 'Ask for the logs' });
  expect([await listed(quiet), (await listed(busy))[0]]).toEqual([[today, 'Ask for the logs'], today]);
});
