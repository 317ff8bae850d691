import { expect } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { nextDeadlineOf } from '#contract/casework/listCells';
import { authorityInput } from '../../../support/authorities.ts';
import { today } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const open = async (...referralIds: Input<'investigations.open'>['referralIds']) =>
  (await test.call('investigations.open', { unitId, openedOn: today, referralIds, lead: null })).id;

async function urgentReferral() {
  const { id } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today });
  const decidedAt = test.store.options.clock.now();
  const reason = 'A first name is named.';
  await test.call('referrals.decideDanger', {
    referralId: id,
    identifiable: 'yes',
    imminent: true,
    decidedAt,
    reason,
  });
  return id;
}

const warrant = (file: InvestigationId, dueOn: string) =>
  test.call('authorities.record', authorityInput(file, 'search_warrant', '2026-10-05', { dueOn }));
const task = (investigationId: InvestigationId, dueOn: string) =>
  test.call('tasks.add', { investigationId, what: 'Call the provider', owner: null, dueOn });

async function listed(column: Input<'investigations.list'>['sort']['column'], descending = false) {
  const wanted = { filter: {}, sort: { column, descending }, from: { at: 'start' }, size: 20 } as const;
  return (await test.call('investigations.list', wanted)).rows;
}

/** Of each file that Due names, the row that it names first. */
async function firstInDue() {
  const { rows } = await test.call('due.list', { filter: {} });
  const first = new Map<string, (typeof rows)[number]>();
  for (const row of rows)
    if (row.investigationId !== null && !first.has(row.investigationId)) first.set(row.investigationId, row);
  return first;
}

it('the next deadline of a file in the list, in its header and in Due is the same, whatever it comes from', async () => {
  const quiet = await open();
  const inHours = await open(await urgentReferral());
  const ofWarrant = await open();
  await warrant(ofWarrant, '2026-12-20');
  const late = await open(await urgentReferral());
  await warrant(late, '2026-10-20');
  const ofTask = await open();
  await task(ofTask, '2026-12-01');
  await warrant(ofTask, '2026-12-15');
  const inCourt = await open();
  const laid = authorityInput(inCourt, 'court_proceedings', '2026-01-10', { variant: 'superior' });
  await test.call('authorities.record', laid);

  const due = await firstInDue();
  const rows = await listed('number');
  expect(rows.map((row) => row.id).filter((id) => due.has(id))).toHaveLength(5);
  for (const row of rows) {
    const first = due.get(row.id);
    const next = nextDeadlineOf(row);
    expect([next?.on, next?.at], row.number).toEqual([first?.dueOn, first?.dueAt]);
    if (next?.source === 'own') expect(next.daysLeft).toBe(first?.daysLeft);
    const { investigation } = await test.call('investigations.get', { investigationId: row.id });
    expect(nextDeadlineOf(investigation)).toEqual(next);
  }
  const order = [late, inHours, ofTask, ofWarrant, inCourt, quiet];
  expect((await listed('due')).map(({ id }) => id)).toEqual(order);
  expect((await listed('due', true)).map(({ id }) => id)).toEqual(order.toReversed());
});

it('a passed date of the file itself comes before the bands in the order of urgency', async () => {
  const quiet = await open();
  const ahead = await open();
  await warrant(ahead, '2026-12-20');
  const passed = await open();
  await warrant(passed, '2026-10-20');
  const danger = await open(await urgentReferral());
  expect((await listed('urgent')).map(({ id }) => id)).toEqual([danger, passed, ahead, quiet]);
});
