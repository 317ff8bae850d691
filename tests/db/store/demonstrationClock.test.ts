import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { dayOf } from '../../../db/ground/kernel/days.ts';
import { createWorkspace } from '../../../db/store/createWorkspace.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { checkWhenDue } from '../../../db/store/wholeness.ts';
import { addUnit, administrator, choosePassphrase, newStore, reached, type TestStore } from '../../support/store.ts';

const day = '2026-11-20' as CivilDate;
const opens = Date.parse('2026-11-20T15:00:00Z');
const hour = 3_600_000;

let test: TestStore;
/** What the computer says. */
let computer = Date.parse('2026-11-20T15:00:00Z');
let steady = 0;

beforeAll(async () => {
  const store = newStore();
  const clock = { now: () => computer, today: () => dayOf(computer), steady: () => steady };
  Object.assign(store.options, { clock });
  const parent = mkdtempSync(join(tmpdir(), 'vigie-test-'));
  const wanted = { parent, name: 'Day', kind: 'unit', displayName: 'Administrator', ...administrator } as const;
  const made = await createWorkspace(store.options, { ...wanted, demonstration: true, day });
  openFolder(store, made.folder);
  test = reached(store, { parent, ...made, events: [] });
  await test.signInAs('admin');
  const unitId = await addUnit(test);
  const roles = ['investigator' as const, 'supervisor' as const];
  const { passphrase } = administrator;
  await test.call('users.create', { login: 'officer', displayName: 'Officer', roles, unitIds: [unitId], passphrase });
  await test.signInAs('officer');
  await choosePassphrase(test);
  for (const receivedOn of ['2026-11-03', '2026-11-20'] as CivilDate[])
    await test.call('referrals.log', { unitId, source: 'public', receivedOn });
});
afterAll(() => {
  test.dispose();
});

/** What a person sees of the time, with the computer's clock somewhere else. */
async function seenOn(realDay: string) {
  computer = Date.parse(`${realDay}T20:00:00Z`);
  await test.signInAs('officer');
  const { now, latest, doubt } = await test.call('clock.state', {});
  const { session } = await test.call('session.current', {});
  const waiting = await test.call('referrals.waiting', {});
  const { rows } = await test.call('due.list', { filter: {} });
  const board = await test.call('backlog.board', { from: '2026-10', to: '2026-11' });
  return {
    ...{ day: dayOf(now), latest, doubt, sessionDay: session?.workspace.day },
    ...{ waiting, due: rows.map(({ dueOn, daysLeft }) => [dueOn, daysLeft]), board: board.total },
  };
}

describe('a demonstration', () => {
  it('keeps its own day whatever the computer says', async () => {
    const seen = [];
    for (const realDay of ['2026-11-20', '2026-12-01', '2027-02-03', '2024-02-29']) seen.push(await seenOn(realDay));
    expect(seen[0]).toMatchObject({ day, sessionDay: day, doubt: null });
    for (const each of seen.slice(1)) expect(each).toEqual(seen[0]);
  });

  it('refuses what its day has not reached, and dates its audit by its own clock', async () => {
    computer = Date.parse('2027-02-03T20:00:00Z');
    await test.signInAs('officer');
    const { units } = await test.call('units.list', {});
    const tomorrow = { unitId: units[0]!.id, source: 'public', receivedOn: '2026-11-21' as CivilDate } as const;
    expect((await test.refusal('referrals.log', tomorrow)).code).toBe('invalid_input');
    const { raw } = test.store.requireUnlocked();
    const days = raw.prepare(`SELECT DISTINCT date(at / 1000, 'unixepoch') FROM audit_entry WHERE sequence > 1`);
    expect(days.pluck().all()).toEqual([day]);
  });

  it('begins at ten in Toronto, goes on while it is open and from where it was left, and never leaves its day', async () => {
    const now = async () => (await test.call('clock.state', {})).now;
    expect(await now()).toBe(opens);
    steady += hour;
    expect(await now()).toBe(opens + hour);
    const { units } = await test.call('units.list', {});
    await test.call('referrals.log', { unitId: units[0]!.id, source: 'public', receivedOn: day });
    await test.signInAs('officer');
    expect(await now()).toBe(opens + hour);
    steady += 48 * hour;
    const { now: last, latest } = await test.call('clock.state', {});
    expect([last, dayOf(last)]).toEqual([latest, day]);
  });

  it('says by its own clock when its file was read whole, and is not due again on its day', async () => {
    computer = Date.parse('2027-02-03T20:00:00Z');
    await test.signInAs('officer');
    const { at } = await test.call('workspace.check', {});
    expect(dayOf(at)).toBe(day);
    steady += hour;
    await checkWhenDue(test.store);
    expect(await test.call('workspace.state', {})).toMatchObject({ lastWhole: { at } });
  });
});
