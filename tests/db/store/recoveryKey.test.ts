import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { Input } from '#contract/index';
import type { JobId, UserId } from '#contract/ground/ids';
import { keysIn, openBySecret } from '../../../db/store/backups/secret.ts';
import { readKeys } from '../../../db/store/keysFile.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { atEachStep } from '../../support/cutShort.ts';
import { addUnit, administrator, choosePassphrase, newStore, reached } from '../../support/store.ts';
import { isWhole } from '../../support/whole.ts';
import { it, test } from '../../support/fixtures/store.ts';

const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;
const { passphrase } = administrator;
const next = 'another long phrase';
const wrongKey = { code: 'wrong_key', reason: 'wrong_recovery_key' };
let unitIds: Input<'users.create'>['unitIds'];
beforeEach(async () => {
  unitIds = [await addUnit(test)];
});

const wish = (recoveryKey: string, login = 'admin'): Input<'session.recover'> => ({
  recoveryKey,
  login,
  newPassphrase: next,
  reason: 'Forgotten',
});
const backups = (folder = join(test.folder, 'backups')) =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
const opens = (path: string, recoveryKey: string): Promise<boolean> =>
  openBySecret(keysIn(path), { kind: 'recovery', recoveryKey }).then(
    () => true,
    () => false,
  );
const openedBy = async (recoveryKey: string, folder?: string) => {
  const all = backups(folder);
  expect(all.length).toBeGreaterThan(0);
  return Promise.all(all.map((path) => opens(path, recoveryKey)));
};
const officer = async (login = 'officer'): Promise<UserId> => {
  const person = {
    login,
    displayName: `Person ${login}`,
    roles: ['records_officer' as const],
    unitIds,
    passphrase,
  };
  const { id } = await test.call('users.create', person);
  await test.signInAs(login);
  await choosePassphrase(test);
  await test.signInAs('admin');
  return id;
};

describe('the recovery key that was used', () => {
  it('opens an administrator’s account and nobody else’s', async () => {
    await officer();
    test.store.lock();
    const only = { code: 'forbidden', reason: 'recovery_administrators_only' };
    expect(await test.refusal('session.recover', wish(test.recoveryKey, 'officer'))).toEqual(only);
    expect(test.store.unlocked).toBeNull();
    await test.call('session.recover', wish(test.recoveryKey));
  });

  it('is replaced by one that is shown, and opens neither the workspace, nor the store under its copied key file, nor a backup', async () => {
    await test.call('backups.make', { jobId });
    const copied = readKeys(test.folder);
    const key = Buffer.from(test.store.requireUnlocked().key);
    test.store.lock();
    const { recoveryKey, notReached, session } = await test.call('session.recover', wish(test.recoveryKey));
    expect([notReached, session.roles]).toEqual([[], ['administrator']]);
    // Who copied the key file before has a database key that opens nothing which is written from now on.
    expect(readKeys(test.folder).generation).toBe(copied.generation + 1);
    expect(test.store.requireUnlocked().key.equals(key)).toBe(false);
    const all = backups();
    expect(all).toHaveLength(2);
    expect(await openedBy(test.recoveryKey)).toEqual(all.map(() => false));
    expect(await openedBy(recoveryKey)).toEqual(all.map(() => true));
    for (const { name, place } of (await test.call('backups.list', {})).backups)
      expect((await test.call('backups.verify', { jobId, name, place })).name).toBe(name);
    test.store.lock();
    expect(await test.refusal('session.recover', wish(test.recoveryKey))).toEqual(wrongKey);
    await test.call('session.recover', wish(recoveryKey));
    expect((await test.call('audit.verify', {})).intact).toBe(true);
  });

  it('leaves the old one where a backup cannot be reached, and says so', async () => {
    const share = join(test.parent, 'share');
    mkdirSync(share);
    await test.call('backups.saveSettings', { folder: test.grant(share), removePlace: false, days: 3 });
    await test.call('backups.make', { jobId });
    test.store.lock();
    renameSync(share, `${share}.away`);
    const { notReached } = await test.call('session.recover', wish(test.recoveryKey));
    expect(notReached).toEqual([{ place: 'second', name: null }]);
    expect(await openedBy(test.recoveryKey, `${share}.away`)).toEqual([true]);
  });

  it('has a successor that restores a backup from before on a new computer, and signs in there', async () => {
    await test.call('backups.make', { jobId });
    test.store.lock();
    const { recoveryKey } = await test.call('session.recover', wish(test.recoveryKey));
    const [oldest] = backups();
    const elsewhere = join(test.parent, 'elsewhere');
    mkdirSync(elsewhere);
    cpSync(oldest!, join(elsewhere, basename(oldest!)));
    const there = newStore();
    const other = reached(there, { ...test, folder: join(elsewhere, 'Back.vigie') });
    await other.call('backups.restore', {
      jobId,
      point: basename(oldest!),
      file: other.grant(join(elsewhere, basename(oldest!))),
      parent: other.grant(elsewhere),
      name: 'Back',
      secret: { kind: 'recovery', recoveryKey },
      reason: 'The disk is gone',
    });
    openFolder(there, other.folder);
    expect(await other.refusal('session.recover', wish(test.recoveryKey))).toEqual(wrongKey);
    await other.call('session.signIn', administrator);
    expect((await other.call('recoveryKey.state', {})).usedAt).toBeGreaterThan(0);
    there.lock();
    await other.call('session.recover', wish(recoveryKey));
    expect((await other.call('recoveryKey.state', {})).usedAt).toBeNull();
    there.close();
  });

  it('does not come back with a backup that could not be reached: it is withdrawn at the next administrator’s sign-in', async () => {
    await officer();
    await test.call('backups.make', { jobId });
    const [path] = backups();
    const before = readFileSync(path!);
    test.store.lock();
    await test.call('session.recover', wish(test.recoveryKey));
    writeFileSync(path!, before);
    test.store.close();
    await test.call('backups.restore', {
      ...{ jobId, file: test.grant(path!), point: basename(path!), reason: 'A wrong import' },
      secret: { kind: 'passphrase', login: 'officer', passphrase },
    });
    openFolder(test.store, test.folder);
    await test.call('session.signIn', administrator);
    expect((await test.call('recoveryKey.state', {})).isThere).toBe(false);
    expect((await openedBy(test.recoveryKey)).filter(Boolean)).toEqual([]);
    test.store.lock();
    expect(await test.refusal('session.recover', wish(test.recoveryKey))).toEqual(wrongKey);
  });

  it('is withdrawn with its successor where the second person refuses, until an administrator makes another', async () => {
    await officer();
    await test.call('backups.make', { jobId });
    test.store.lock();
    const { recoveryKey } = await test.call('session.recover', wish(test.recoveryKey));
    await test.call('users.create', {
      ...{ login: 'second', displayName: 'Second', passphrase, unitIds },
      roles: ['investigator'],
    });
    test.store
      .requireUnlocked()
      .raw.exec("INSERT INTO user_role (user_id, role) SELECT id, 'administrator' FROM user WHERE login = 'second'");
    await test.signInAs('officer');
    const [item] = (await test.call('users.waiting', {})).items;
    await test.call('users.approve', { approvalId: item!.id, accept: false });
    expect((await openedBy(recoveryKey)).filter(Boolean)).toEqual([]);
    test.store.lock();
    expect(await test.refusal('session.recover', wish(recoveryKey, 'second'))).toEqual(wrongKey);
    await test.signInAs('second');
    await choosePassphrase(test);
    expect(await test.call('recoveryKey.state', {})).toEqual({
      isThere: false,
      madeAt: null,
      madeBy: null,
      usedAt: null,
    });
    const made = await test.call('recoveryKey.replace', { passphrase, reason: 'The last one was withdrawn' });
    expect(made.notReached).toEqual([]);
    expect((await openedBy(made.recoveryKey)).every(Boolean)).toBe(true);
    test.store.lock();
    await test.call('session.recover', wish(made.recoveryKey, 'second'));
  });

  it('cut short at any step leaves the old passphrase and key or the new passphrase, and the rest is finished at the next sign-in', async () => {
    await test.call('backups.make', { jobId });
    test.store.lock();
    const left: string[] = [];
    await atEachStep(
      () => test.call('session.recover', wish(test.recoveryKey)),
      () => {
        const folder = join(test.parent, `cut-${String(left.length)}`, basename(test.folder));
        cpSync(test.folder, folder, { recursive: true });
        left.push(folder);
      },
    );
    expect(left.length).toBeGreaterThan(20);
    const seen = new Set<string>();
    // A cut opens the store twice: some of them keep the test short, and all are of two kinds.
    for (const folder of left.filter((_, step) => isWhole || step % 8 === 0)) {
      const store = newStore();
      openFolder(store, folder);
      const cut = reached(store, { ...test, folder });
      const isNew = await cut.call('session.signIn', { login: 'admin', passphrase: next }).then(
        () => true,
        () => false,
      );
      seen.add(isNew ? 'new' : 'old');
      if (isNew) expect((await openedBy(test.recoveryKey, join(folder, 'backups'))).filter(Boolean)).toEqual([]);
      store.lock();
      if (isNew) expect(await cut.refusal('session.recover', wish(test.recoveryKey))).toEqual(wrongKey);
      else await cut.call('session.recover', wish(test.recoveryKey));
      store.close();
    }
    expect([...seen]).toEqual(['old', 'new']);
  });
});

describe('another recovery key', () => {
  it('is made by an administrator with their passphrase and a reason, and tells who made it', async () => {
    await officer();
    const replace = { passphrase, reason: 'The paper is lost' };
    expect(await test.refusal('recoveryKey.replace', { ...replace, passphrase: 'not the right one' })).toEqual({
      code: 'wrong_key',
      reason: 'wrong_passphrase',
    });
    const { recoveryKey } = await test.call('recoveryKey.replace', replace);
    expect(await test.call('recoveryKey.state', {})).toMatchObject({ isThere: true, madeBy: 'Administrator' });
    const { rows } = await test.call('audit.list', { size: 50 });
    expect(rows.find(({ method }) => method === 'recoveryKey.replace')).toMatchObject({ subjectKind: 'user' });
    await test.signInAs('officer');
    expect((await test.refusal('recoveryKey.replace', replace)).code).toBe('forbidden');
    test.store.lock();
    expect(await test.refusal('session.recover', wish(test.recoveryKey))).toEqual(wrongKey);
    await test.call('session.recover', wish(recoveryKey));
  });

  it('is not made with a passphrase that another person knows', async () => {
    const { id } = await test.call('users.create', {
      ...{ login: 'second', displayName: 'Second', passphrase, unitIds },
      roles: ['records_officer'],
    });
    test.store
      .requireUnlocked()
      .raw.prepare("INSERT INTO user_role (user_id, role) VALUES (?, 'administrator')")
      .run(id);
    test.store.lock();
    await test.call('session.signIn', { login: 'second', passphrase });
    expect(await test.refusal('recoveryKey.replace', { passphrase, reason: 'Mine' })).toEqual({
      code: 'forbidden',
      reason: 'passphrase_change_due',
    });
  });
});
