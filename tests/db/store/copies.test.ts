import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobId, UnitId } from '#contract/ground/ids';
import { storeContract } from '#contract/index';
import { backUpIfDue } from '../../../db/store/backups/daily.ts';
import { restoreBackup } from '../../../db/store/backups/restore.ts';
import { dispatch } from '../../../db/store/dispatch.ts';
import { contentOf, keysPath, readKeys, sealKeys, textOf } from '../../../db/store/keysFile.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import {
  administrator,
  choosePassphrase,
  copyOfUnit,
  createDemonstrationStore,
  type TestStore,
} from '../../support/store.ts';

const { passphrase } = administrator;
const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;
const asked = { code: 'conflict', reason: 'workspace_moved' };
const copyOnly = { code: 'read_only', reason: 'copy_only' };

let test: TestStore;
let unitId: UnitId;
beforeEach(async () => {
  ({ test, unitId } = await copyOfUnit());
  Object.assign(test.store.options, { computer: 'office', seenPath: join(test.parent, 'user data', 'seen.json') });
  await test.signInAs('officer');
  await choosePassphrase(test);
});
afterEach(() => {
  test.dispose();
});

const refused = (login = 'officer') => test.refusal('session.signIn', { login, passphrase });
const answer = (place: 'copy' | 'moved', login = 'officer') =>
  test.call('session.signIn', { login, passphrase, place });
const log = { source: 'ncecc', receivedOn: '2026-11-02' } as const;
const methods = () =>
  test.store.requireUnlocked().raw.prepare('SELECT method FROM audit_entry ORDER BY sequence').pluck().all();

/** The workspace in another folder, beside the first one, which stays. */
function openCopyIn(name: string): string {
  test.store.close();
  const folder = join(test.parent, name, 'Test.vigie');
  mkdirSync(join(test.parent, name));
  cpSync(test.folder, folder, { recursive: true });
  openFolder(test.store, folder);
  return folder;
}

describe('a workspace in another place', () => {
  it('is asked about before anything is written, in another folder as on another computer', async () => {
    openCopyIn('elsewhere');
    expect(await refused()).toEqual(asked);
    Object.assign(test.store.options, { computer: 'laptop' });
    openFolder(test.store, test.folder);
    expect(await refused()).toEqual(asked);
    Object.assign(test.store.options, { computer: 'office' });
    await test.signInAs('officer');
  });

  it('that moved goes on as the original, is in the audit, and is not asked about again', async () => {
    const folder = join(test.parent, 'Moved.vigie');
    test.store.close();
    renameSync(test.folder, folder);
    openFolder(test.store, folder);
    await answer('moved');
    expect(methods().slice(-2)).toEqual(['workspace.moved', 'session.signIn']);
    await test.call('referrals.log', { ...log, unitId });
    await test.signInAs('officer');
    expect((await test.call('workspace.place', {})).copyOf).toBeNull();
  });

  it('is said to be the original by those who may, and looked at by all', async () => {
    await test.signInAs('admin');
    const roles = ['investigator' as const];
    await test.call('users.create', { login: 'inv', displayName: 'I', roles, unitIds: [unitId], passphrase });
    openCopyIn('elsewhere');
    const input = { login: 'inv', passphrase, place: 'moved' } as const;
    expect(await test.refusal('session.signIn', input)).toEqual({ code: 'forbidden', reason: 'original_roles' });
    await answer('copy', 'inv');
    expect(await test.refusal('workspace.original', { reason: 'I say so' })).toMatchObject({ code: 'forbidden' });
  });

  it('is asked about although another hand made a demonstration of its key file', async () => {
    await test.signInAs('admin');
    const roles = ['investigator' as const];
    await test.call('users.create', { login: 'inv', displayName: 'I', roles, unitIds: [unitId], passphrase });
    const folder = openCopyIn('elsewhere');
    writeFileSync(keysPath(folder), textOf(sealKeys({ ...contentOf(readKeys(folder)), demonstration: true }, [])));
    expect(await refused('inv')).toEqual(asked);
  });

  it('that was restored, here or on a new computer, is asked about by nobody', async () => {
    const { name } = await test.call('backups.make', { jobId });
    test.store.close();
    const folder = join(test.parent, 'New.vigie');
    await restoreBackup({
      backup: join(test.folder, 'backups', name),
      folder,
      secret: { kind: 'passphrase', login: 'officer', passphrase },
      reason: 'A new computer',
      now: test.store.options.clock.now(),
    });
    Object.assign(test.store.options, { computer: 'new', seenPath: join(test.parent, 'new user data', 'seen.json') });
    openFolder(test.store, folder);
    await test.signInAs('officer');
    await test.signInAs('officer');
  });

  it('of a demonstration is asked about by nobody', async () => {
    test.dispose();
    test = await createDemonstrationStore();
    Object.assign(test.store.options, { computer: 'office' });
    await test.signInAs('admin');
    openCopyIn('elsewhere');
    await test.signInAs('admin');
  });

  it('opens by the recovery key as the original alone', async () => {
    openCopyIn('elsewhere');
    const input = { recoveryKey: test.recoveryKey, login: 'admin', newPassphrase: passphrase, reason: 'Forgotten' };
    expect(await test.refusal('session.recover', input)).toEqual(asked);
    await test.call('session.recover', { ...input, place: 'moved' });
    expect((await test.call('workspace.place', {})).copyOf).toBeNull();
  });
});

describe('a copy to look at', () => {
  it('records, signs and sends nothing, and says where the original is', async () => {
    openCopyIn('elsewhere');
    await answer('copy');
    expect(methods().slice(-2)).toEqual(['workspace.copied', 'session.signIn']);
    expect((await test.call('workspace.place', {})).copyOf).toEqual({ computer: 'office', folder: test.folder });
    expect(await test.refusal('referrals.log', { ...log, unitId })).toEqual(copyOnly);
    expect(await test.refusal('backups.make', { jobId })).toEqual(copyOnly);
    await test.signInAs('officer');
    expect(await test.refusal('referrals.log', { ...log, unitId })).toEqual(copyOnly);
  });

  it('is refused every write and every action that makes a file of the workspace’s own', async () => {
    openCopyIn('elsewhere');
    await answer('copy', 'admin');
    const { roles } = test.store.requireUnlocked().session;
    const answered: string[] = [];
    for (const [name, method] of Object.entries(storeContract)) {
      const mayCall = typeof method.roles === 'string' || method.roles.some((role) => roles.includes(role));
      if (method.type === 'read' || method.roles === 'nobody' || !mayCall) continue;
      const reply = await dispatch(test.store, name, {});
      if (reply.ok || reply.error.reason !== 'copy_only') answered.push(name);
    }
    expect(
      answered.filter((name) => /^(packs|returns|users|backups\.(make|save)|keys|purges|imports)/.test(name)),
    ).toEqual([]);
    expect(answered).toContain('audit.verify');
  });

  it('is not backed up in the place of the original, and the original does not seem older for it', async () => {
    const folder = openCopyIn('elsewhere');
    await answer('copy');
    expect(await backUpIfDue(test.store)).toBe(false);
    test.store.close();
    rmSync(folder, { recursive: true });
    openFolder(test.store, test.folder);
    await test.signInAs('officer');
    expect(await backUpIfDue(test.store)).toBe(true);
  });

  it('of an earlier day is asked about once, and then opened as a copy', async () => {
    const folder = openCopyIn('elsewhere');
    openFolder(test.store, test.folder);
    await test.signInAs('officer');
    await test.call('referrals.log', { ...log, unitId });
    openFolder(test.store, folder);
    const input = { login: 'officer', passphrase, place: 'copy' } as const;
    expect(await test.refusal('session.signIn', input)).toMatchObject({ reason: 'store_older' });
    await test.call('session.signIn', { ...input, olderReason: 'To compare' });
    await test.signInAs('officer');
    openFolder(test.store, test.folder);
    await test.signInAs('officer');
  });

  it('becomes the original where a person who may says why', async () => {
    openCopyIn('elsewhere');
    await answer('copy');
    await test.call('workspace.original', { reason: 'The first disk failed' });
    await test.call('referrals.log', { ...log, unitId });
    expect(methods()).toContain('workspace.original');
    expect(await test.refusal('workspace.original', { reason: 'Again' })).toMatchObject({ code: 'conflict' });
    await test.signInAs('officer');
    await test.call('referrals.log', { ...log, unitId });
  });
});
