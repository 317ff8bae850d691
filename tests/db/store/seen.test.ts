import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { JobId, UnitId } from '#contract/ground/ids';
import { restoreBackup } from '../../../db/store/backups/restore.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { administrator, createUnitAndUser } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/store.ts';

const { passphrase } = administrator;
const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;
const older = { code: 'conflict', reason: 'store_older' };
const continued = { login: 'officer', passphrase, olderReason: 'The disk failed on Monday' };
let unitId: UnitId;
beforeEach(async () => {
  Object.assign(test.store.options, { seenPath: join(test.parent, 'user data', 'seen.json') });
  ({ unitId } = await createUnitAndUser(test));
});

const log = (receivedOn: '2026-10-02') => test.call('referrals.log', { unitId, source: 'ncecc', receivedOn });
const signIn = () => test.refusal('session.signIn', { login: 'officer', passphrase });
const methods = () =>
  test.store.requireUnlocked().raw.prepare('SELECT method FROM audit_entry ORDER BY sequence').pluck().all();

/** The workspace's files as they are now, to be put back later. */
function keep(): () => void {
  test.store.lock();
  const kept = join(test.parent, 'kept');
  cpSync(test.folder, kept, { recursive: true });
  return () => {
    test.store.close();
    rmSync(test.folder, { recursive: true });
    cpSync(kept, test.folder, { recursive: true });
    openFolder(test.store, test.folder);
  };
}

describe('a store that is older than this computer has seen it', () => {
  it('with its older keys is said before anything is written, and lets no disabled officer in unseen', async () => {
    await test.signInAs('admin');
    const roles = ['investigator' as const];
    const { id } = await test.call('users.create', {
      login: 'leaver',
      displayName: 'L',
      passphrase,
      roles,
      unitIds: [unitId],
    });
    const putBack = keep();
    await test.signInAs('admin');
    await test.call('users.disable', { userId: id });
    putBack();
    const before = readFileSync(join(test.folder, 'store.db'));
    const leaver = { login: 'leaver', passphrase };
    // Its key is an earlier one too.
    expect((await test.refusal('session.signIn', leaver)).reason).toBe('workspace_other');
    expect(await test.refusal('session.signIn', { ...leaver, otherReason: 'As told' })).toEqual(older);
    expect(readFileSync(join(test.folder, 'store.db')).equals(before)).toBe(true);
  });

  it('without its write-ahead log is said: five acknowledged referrals do not vanish silently', async () => {
    const { raw } = test.store.requireUnlocked();
    await log('2026-10-02');
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.pragma('wal_autocheckpoint = 0');
    for (let each = 0; each < 5; each += 1) await log('2026-10-02');
    // As a cut of power leaves it: the log is beside the store, which nobody closed.
    const cut = join(test.parent, 'cut');
    cpSync(test.folder, cut, { recursive: true });
    for (const suffix of ['-wal', '-shm']) rmSync(join(cut, `store.db${suffix}`), { force: true });
    test.store.close();
    rmSync(test.folder, { recursive: true });
    cpSync(cut, test.folder, { recursive: true });
    openFolder(test.store, test.folder);
    expect(await signIn()).toEqual(older);
  });

  it('is said by the mark of the last write alone, and by what was kept before where the mark is damaged', async () => {
    const putBack = keep();
    await test.signInAs('officer');
    const seenPath = join(test.parent, 'user data', 'seen.json');
    const atSignIn = readFileSync(seenPath);
    const mark = join(test.parent, 'user data', `seen-${test.store.requireUnlocked().session.workspace.id}.mark`);
    await log('2026-10-02');
    expect(readFileSync(seenPath).equals(atSignIn)).toBe(true);
    expect(JSON.parse(readFileSync(mark, 'utf8'))).toMatchObject({ sequence: methods().length });
    putBack();
    writeFileSync(mark, 'torn');
    expect(await signIn()).toEqual(older);
  });

  it('opens with a reason, which the audit keeps, and is then as it was seen last', async () => {
    const putBack = keep();
    await test.signInAs('officer');
    await log('2026-10-02');
    putBack();
    expect(await signIn()).toEqual(older);
    await test.call('session.signIn', continued);
    expect(methods().slice(-2)).toEqual(['session.continueOlder', 'session.signIn']);
    await test.signInAs('officer');
    expect(methods().filter((method) => method === 'session.continueOlder')).toHaveLength(1);
  });

  it('opens by the recovery key with that reason too, which the audit keeps', async () => {
    const putBack = keep();
    await test.signInAs('officer');
    await log('2026-10-02');
    putBack();
    const recovery = { recoveryKey: test.recoveryKey, login: 'admin', newPassphrase: passphrase, reason: 'Forgotten' };
    expect(await test.refusal('session.recover', recovery)).toEqual(older);
    await test.call('session.recover', { ...recovery, olderReason: continued.olderReason });
    const all = methods();
    const opened = all.lastIndexOf('session.continueOlder');
    expect(all[opened + 1]).toBe('session.recover');
    await test.signInAs('officer');
  });

  it('is no surprise where it was restored since', async () => {
    const { name } = await test.call('backups.make', { jobId });
    await log('2026-10-02');
    test.store.close();
    await restoreBackup({
      backup: join(test.folder, 'backups', name),
      folder: test.folder,
      secret: { kind: 'passphrase', login: 'officer', passphrase },
      reason: 'A drill',
      now: test.store.options.clock.now(),
    });
    openFolder(test.store, test.folder);
    await test.call('session.signIn', { login: 'officer', passphrase });
    expect(methods().slice(-3)).toEqual(['backups.restore', 'session.signIn', 'backups.restore']);
  });

  it('is said where a restore was made under a clock that was far ahead, and was seen since', async () => {
    const { name } = await test.call('backups.make', { jobId });
    test.store.close();
    const secret = { kind: 'passphrase', login: 'officer', passphrase } as const;
    const wish = { backup: join(test.folder, 'backups', name), folder: test.folder, secret, reason: 'A drill' };
    await restoreBackup({ ...wish, now: Date.parse('2099-01-01T00:00:00Z') });
    openFolder(test.store, test.folder);
    await test.signInAs('officer');
    const putBack = keep();
    await test.signInAs('officer');
    await log('2026-10-02');
    putBack();
    expect(await signIn()).toEqual(older);
  });
});
