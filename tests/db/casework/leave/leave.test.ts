import { globSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect } from 'vitest';
import type { LeaveId, UnitId, UserId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { dayOf } from '../../../../db/ground/kernel/days.ts';
import { openFile } from '../../../support/authorities.ts';
import { addUnit } from '../../../support/store.ts';
import { it, test, unitId, userId as chief } from '../../../support/fixtures/unit.ts';

let away: UserId;
let cover: UserId;

const passphrase = 'a long enough phrase';
const officer = async (login: string, unitIds: UnitId[]) =>
  (await test.call('users.create', { login, displayName: login, roles: ['investigator'], unitIds, passphrase })).id;

beforeEach(async () => {
  await test.signInAs('admin');
  away = await officer('away', [unitId]);
  cover = await officer('cover', [unitId]);
  await test.signInAs('officer');
});

type Facts = Partial<Input<'leave.record'>>;
const facts = (given: Facts = {}): Input<'leave.record'> => ({
  ...{ existing: null, unitId, userId: away, coverId: cover, fromOn: '2026-11-24', untilOn: '2026-12-11' },
  ...given,
});
const record = async (given: Facts = {}): Promise<LeaveId> => (await test.call('leave.record', facts(given))).id;
const refused = (given: Facts = {}) => test.refusal('leave.record', facts(given));
const leaves = async () => (await test.call('leave.list', {})).leaves;

function setNow(instant: string): void {
  const now = Date.parse(instant);
  Object.assign(test.store.options, { clock: { now: () => now, today: () => dayOf(now) } });
}

describe('a leave', () => {
  it('is recorded, changed and removed by the officer or a supervisor of the unit, and each is audited', async () => {
    await test.signInAs('away');
    const id = await record();
    expect(await leaves()).toEqual([
      {
        id,
        version: 1,
        unitId,
        userId: away,
        coverId: cover,
        fromOn: '2026-11-24',
        untilOn: '2026-12-11',
        isCovered: true,
      },
    ]);
    await record({ existing: { id, version: 1 }, untilOn: '2026-12-04' });
    await test.signInAs('officer');
    expect(await leaves()).toMatchObject([{ version: 2, untilOn: '2026-12-04' }]);
    expect(await refused({ existing: { id, version: 1 } })).toMatchObject({ reason: 'version_conflict' });
    await test.call('leave.remove', { unitId, leaveId: id, version: 2 });
    expect(await leaves()).toEqual([]);
    await test.signInAs('admin');
    const { rows } = await test.call('audit.list', { filter: {}, size: 50 });
    const acts = rows.flatMap(({ method, outcome }) => (method.startsWith('leave.') ? [`${method} ${outcome}`] : []));
    expect(acts.toSorted()).toEqual([
      'leave.record done',
      'leave.record done',
      'leave.record refused',
      'leave.remove done',
    ]);
  });

  it('of another officer is a supervisor’s to record, and only in their own units', async () => {
    const id = await record();
    await test.signInAs('cover');
    expect(await refused({ fromOn: '2027-01-04', untilOn: '2027-01-08', coverId: chief })).toMatchObject({
      code: 'forbidden',
    });
    expect(await test.refusal('leave.remove', { unitId, leaveId: id, version: 1 })).toMatchObject({
      code: 'forbidden',
    });
    await test.signInAs('admin');
    const elsewhere = await addUnit(test, 'U02');
    await officer('other', [elsewhere]);
    await test.signInAs('other');
    expect(await leaves()).toEqual([]);
    expect(await refused()).toMatchObject({ code: 'forbidden' });
    expect(await test.refusal('leave.remove', { unitId: elsewhere, leaveId: id, version: 1 })).toMatchObject({
      code: 'not_found',
    });
  });

  it('has no day in common with another of the same officer, and does not end before it begins', async () => {
    const id = await record();
    expect(await refused({ fromOn: '2026-12-11', untilOn: '2026-12-12' })).toMatchObject({ reason: 'leave_overlaps' });
    expect(await refused({ fromOn: '2026-11-01', untilOn: '2027-01-12' })).toMatchObject({ reason: 'leave_overlaps' });
    expect(await refused({ fromOn: '2027-01-12', untilOn: '2027-01-11' })).toMatchObject({ code: 'invalid_input' });
    await record({ fromOn: '2026-12-12', untilOn: '2026-12-12' });
    await record({ existing: { id, version: 1 }, fromOn: '2026-11-25' });
    expect(await leaves()).toHaveLength(2);
  });

  it('is covered by another who works in the unit and is there on a day of it at least', async () => {
    await test.signInAs('admin');
    const stranger = await officer('stranger', [await addUnit(test, 'U02')]);
    const records = { displayName: 'Records', roles: ['records_officer' as const], unitIds: [unitId], passphrase };
    const { id: clerk } = await test.call('users.create', { login: 'clerk', ...records });
    await test.signInAs('officer');
    for (const coverId of [away, stranger, clerk])
      expect(await refused({ coverId })).toMatchObject({ code: 'invalid_input' });
    await record({ userId: cover, coverId: chief, fromOn: '2026-11-20', untilOn: '2026-11-30' });
    await record({ userId: cover, coverId: chief, fromOn: '2026-12-01', untilOn: '2026-12-10' });
    expect(await refused({ untilOn: '2026-12-10' })).toMatchObject({ reason: 'cover_away' });
    await record();
  });
});

describe('what waits for an officer on leave', () => {
  const mine = async (userId: UserId, login: string) => {
    await test.signInAs(login);
    const due = await test.call('due.list', { filter: { lead: userId } });
    const counts = await test.call('due.counts', { filter: { lead: userId } });
    const waiting = await test.call('referrals.waiting', {});
    const window = { sort: { column: 'inbox', descending: false }, from: { at: 'start' }, size: 50 } as const;
    const list = async (filter: Input<'referrals.list'>['filter']) =>
      (await test.call('referrals.list', { filter, ...window })).rows.length;
    const running = await test.call('due.running', {});
    return {
      due: due.rows.map(({ source }) => source).sort(),
      counted: counts.overdue + counts.today + counts.reminder,
      waiting: [waiting.mine, waiting.unassigned],
      inbox: [
        await list({ openOnly: true, mineOrNobodys: userId }),
        await list({ assignedTo: userId, openOnly: true }),
      ],
      running: running.rows.length,
    };
  };
  const nothing = { due: [], counted: 0, waiting: [0, 0], inbox: [0, 0], running: 0 };
  const all = { due: ['referral', 'task'], counted: 2, waiting: [1, 0], inbox: [1, 1], running: 1 };

  beforeEach(async () => {
    const { id: investigationId } = await openFile(test, unitId, away);
    await test.call('tasks.add', { investigationId, what: 'Call', dueOn: '2026-11-24', owner: null });
    const { id } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-24' });
    await test.call('referrals.assign', { referralIds: [id], userId: away, on: '2026-11-24' });
    const { clock } = test.store.options;
    const decided = { identifiable: 'yes', imminent: true, decidedAt: clock.now(), reason: 'A first name.' } as const;
    await test.call('referrals.decideDanger', { referralId: id, ...decided });
  });

  it('is the cover’s too, in deadlines, inbox, counts and clocks, while the record keeps its officer', async () => {
    expect(await mine(cover, 'cover')).toEqual(nothing);
    await test.signInAs('officer');
    await record();
    expect(await mine(cover, 'cover')).toEqual(all);
    expect(await mine(away, 'away')).toEqual(all);
    const { rows } = await test.call('due.list', { filter: {} });
    expect(new Set(rows.map(({ lead }) => lead))).toEqual(new Set([away]));
    const handover = await test.call('handover.get', { unitId, userId: cover });
    expect([handover.due.length, handover.referrals.length, handover.investigations.length]).toEqual([0, 0, 0]);
  });

  it('goes to the cover from the first minute of the first day to the last of the last', async () => {
    await record({ fromOn: '2026-11-25', untilOn: '2026-11-26' });
    const seen = async (instant: string) => {
      setNow(instant);
      return (await test.call('due.list', { filter: { lead: cover } })).rows.length;
    };
    expect(await seen('2026-11-24T23:59:59')).toBe(0);
    expect(await seen('2026-11-25T00:00:00')).toBe(2);
    expect(await seen('2026-11-26T23:59:59')).toBe(2);
    expect(await seen('2026-11-27T00:00:00')).toBe(0);
    expect(await leaves()).toEqual([]);
  });

  it('is nobody’s, for all of the unit to see, where the cover is away too, disabled or no longer of the unit', async () => {
    const id = await record();
    await record({ userId: cover, coverId: chief, untilOn: '2026-11-24' });
    expect(await leaves()).toMatchObject([{ isCovered: false }, { isCovered: true }]);
    // The cover of the cover is not asked: what is not seen by anyone is shown to all.
    expect(await mine(chief, 'officer')).toMatchObject({ due: [], waiting: [0, 1], inbox: [1, 0], running: 1 });
    const { rows } = await test.call('due.list', { filter: { lead: 'nobody' } });
    // East of Greenwich the four hours of the danger end on the next day.
    const later = rows.filter(({ dueOn }) => dueOn > '2026-11-24').length;
    expect([rows.length, await test.call('due.counts', { filter: { lead: 'nobody' } })]).toEqual([
      2,
      { overdue: 0, today: 2 - later, reminder: later },
    ]);
    expect(await mine(away, 'away')).toMatchObject({ waiting: [1, 0], inbox: [1, 1] });
    await test.signInAs('officer');
    setNow('2026-11-25T09:00:00');
    expect((await test.call('due.list', { filter: { lead: cover } })).rows).toHaveLength(2);
    await test.signInAs('admin');
    await test.call('users.disable', { userId: cover });
    await test.signInAs('officer');
    expect((await leaves())[0]).toMatchObject({ id, isCovered: false });
    expect((await test.call('due.list', { filter: { lead: 'nobody' } })).rows).toHaveLength(2);
  });

  it('is the cover’s still where the officer was disabled meanwhile', async () => {
    await record();
    await test.signInAs('admin');
    await test.call('users.disable', { userId: away });
    expect(await mine(cover, 'cover')).toEqual(all);
  });

  it('follows a task that goes to another, and stays out of other units', async () => {
    await test.signInAs('admin');
    const elsewhere = await addUnit(test, 'U02');
    const grant = { version: 1, roles: ['investigator' as const], unitIds: [unitId, elsewhere] };
    await test.call('users.grant', { userId: away, ...grant });
    await test.call('users.grant', { userId: cover, ...grant });
    await test.signInAs('away');
    const { id: investigationId } = await openFile(test, elsewhere, away);
    await test.call('tasks.add', { investigationId, what: 'Call', dueOn: '2026-11-24', owner: null });
    await record();
    expect((await mine(cover, 'cover')).due).toEqual(['referral', 'task']);
    await record({ unitId: elsewhere, userId: cover, coverId: away, fromOn: '2027-01-04', untilOn: '2027-01-05' });
    await test.signInAs('away');
    await record({ unitId: elsewhere });
    expect((await mine(cover, 'cover')).due).toEqual(['referral', 'task', 'task']);
    await test.signInAs('officer');
    const { rows } = await test.call('due.list', { filter: { lead: cover } });
    const task = rows.find(({ source }) => source === 'task');
    const file = task?.investigationId;
    if (file == null) throw new Error('no task');
    await test.call('investigations.lead', { files: [{ investigationId: file, from: away, lead: chief }] });
    expect((await mine(cover, 'cover')).due).toEqual(['referral', 'task']);
  });
});

describe('the table of leaves', () => {
  it('is read by casework alone: no figure, pack, return or statistic counts it', () => {
    const readers = globSync('{db,electron,scripts}/**/*.{ts,mjs}')
      .filter((path) =>
        /schema\/unit\/leave|leave\/away\.ts|\bleave\.(list|record|remove)\b/.test(readFileSync(path, 'utf8')),
      )
      .map((path) => path.split('/').slice(0, 3).join('/'));
    expect([...new Set(readers)].sort()).toEqual([
      'db/casework/due',
      // It leaves out what is only covered.
      'db/casework/handover',
      'db/casework/leave',
      'db/casework/referrals',
      'db/casework/week',
      // It writes one.
      'db/entry/demo',
      'electron/contract/casework',
    ]);
  });
});
