import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { JobId } from '#contract/ground/ids';
import { backupsBefore } from '../../../db/store/backups/holding.ts';
import { restoreBackup } from '../../../db/store/backups/restore.ts';
import { readKeys } from '../../../db/store/keysFile.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { administrator, createUnitAndUser, today } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/store.ts';

const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;

const wish = (backup: string, hour: string) => ({
  backup,
  folder: test.folder,
  secret: { kind: 'recovery', recoveryKey: test.recoveryKey } as const,
  reason: 'The disk was replaced',
  now: Date.parse(`${today}T${hour}:00:00Z`),
});

describe('who can write the folder of a workspace', () => {
  it('passes no older backup off as a newer one', async () => {
    const { name } = await test.call('backups.make', { jobId });
    test.store.close();
    const later = name.replace(/^\d{8}T\d{2}/, '20261124T23');
    expect(later).not.toBe(name);
    renameSync(join(test.folder, 'backups', name), join(test.folder, 'backups', later));
    await expect(restoreBackup(wish(join(test.folder, 'backups', later), '18'))).rejects.toThrow('backup_damaged');
  });
});

describe('the store that a restore put beside', () => {
  it('has no slot of a user who is disabled afterwards, and is named where what it holds was purged', async () => {
    const { unitId } = await createUnitAndUser(test);
    await test.signInAs('admin');
    const person = { login: 'leaver', displayName: 'Leaver', passphrase: administrator.passphrase };
    const { id } = await test.call('users.create', { ...person, roles: ['investigator'], unitIds: [unitId] });
    const { name } = await test.call('backups.make', { jobId });
    test.store.close();
    const { before } = await restoreBackup(wish(join(test.folder, 'backups', name), '18'));
    openFolder(test.store, test.folder);
    await test.signInAs('admin');
    const owners = () => readKeys(join(test.folder, before!)).slots.map(({ owner }) => owner);
    expect(owners()).toContain(id);
    expect((await test.call('users.disable', { userId: id })).notReached).toEqual([]);
    expect(owners()).not.toContain(id);
    expect(owners()).toContain('recovery');
    const { now } = test.store.options.clock;
    expect(await backupsBefore(test.store, now() + 86_400_000)).toContainEqual({
      place: 'workspace',
      name: before,
      expiresAt: null,
    });
  });

  it('whose keys cannot be written is named', async () => {
    const { unitId } = await createUnitAndUser(test);
    await test.signInAs('admin');
    const person = { login: 'leaver', displayName: 'Leaver', passphrase: administrator.passphrase };
    const { id } = await test.call('users.create', { ...person, roles: ['investigator'], unitIds: [unitId] });
    const { name } = await test.call('backups.make', { jobId });
    test.store.close();
    const { before } = await restoreBackup(wish(join(test.folder, 'backups', name), '18'));
    for (const each of ['keys.json', 'keys.copy.json']) writeFileSync(join(test.folder, before!, each), 'damaged');
    openFolder(test.store, test.folder);
    await test.signInAs('admin');
    expect((await test.call('users.disable', { userId: id })).notReached).toEqual([
      { place: 'workspace', name: before },
    ]);
  });
});
