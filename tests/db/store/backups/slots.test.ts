import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { JobId } from '#contract/ground/ids';
import { keysIn } from '../../../../db/store/backups/secret.ts';
import { administrator, createUnitAndUser } from '../../../support/store.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;
const { passphrase } = administrator;
let share: string;
const userIds: string[] = [];

/** The owners of slots in each backup of a folder, oldest first. */
const owners = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => keysIn(join(folder, name)).slots.map(({ owner }) => owner));

it.beforeAll(async () => {
  const { unitId } = await createUnitAndUser(test);
  await test.signInAs('admin');
  for (const login of ['first', 'second', 'third']) {
    const person = { login, displayName: login, passphrase, roles: ['investigator' as const], unitIds: [unitId] };
    userIds.push((await test.call('users.create', person)).id);
  }
  share = join(test.parent, 'share');
  mkdirSync(share);
  await test.call('backups.saveSettings', { folder: test.grant(share), removePlace: false, days: 3 });
  await test.call('backups.make', { jobId });
});

it('a disabled user has a slot in no backup of either place, also in those under earlier keys', async () => {
  const [first, second] = userIds;
  expect((await test.call('users.disable', { userId: first! })).notReached).toEqual([]);
  expect((await test.call('users.disable', { userId: second! })).notReached).toEqual([]);
  for (const folder of [join(test.folder, 'backups'), share]) {
    const all = owners(folder);
    expect(all).toHaveLength(5);
    expect(all.flat().filter((owner) => owner === first || owner === second)).toEqual([]);
    expect(all.every((each) => each.includes('recovery'))).toBe(true);
  }
  const { backups } = await test.call('backups.list', {});
  for (const { name, place } of backups)
    expect((await test.call('backups.verify', { jobId, name, place })).name).toBe(name);
});

it('is told of a second place that cannot be reached', async () => {
  renameSync(share, `${share}.away`);
  const { notReached } = await test.call('users.disable', { userId: userIds[2]! });
  expect(notReached).toEqual([{ place: 'second', name: null }]);
  expect(owners(join(test.folder, 'backups')).flat()).not.toContain(userIds[2]);
});

it('is told to the administrator whose sign-in finishes a disabling that was cut short', async () => {
  const unitIds = [(await test.call('units.list', {})).units[0]!.id];
  const person = { login: 'fourth', displayName: 'fourth', passphrase, roles: ['investigator' as const], unitIds };
  const { id } = await test.call('users.create', person);
  // As a cut of power leaves it: disabled, and the key not changed yet.
  test.store.requireUnlocked().raw.prepare('UPDATE user SET disabled = 1 WHERE id = ?').run(id);
  await test.signInAs('officer');
  expect((await test.call('backups.state', {})).notReached).toEqual([]);
  await test.signInAs('admin');
  expect((await test.call('backups.state', {})).notReached).toEqual([{ place: 'second', name: null }]);
  expect(owners(join(test.folder, 'backups')).flat()).not.toContain(id);
  await test.signInAs('admin');
  expect((await test.call('backups.state', {})).notReached).toEqual([]);
});
