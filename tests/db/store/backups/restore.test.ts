import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect } from 'vitest';
import type { FileGrant, JobId, UnitId } from '#contract/ground/ids';
import { keysIn } from '../../../../db/store/backups/secret.ts';
import { restoreBackup, type RestoreWish } from '../../../../db/store/backups/restore.ts';
import { openFolder } from '../../../../db/store/signIn.ts';
import { allReferrals } from '../../../support/allReferrals.ts';
import {
  administrator,
  choosePassphrase,
  createTestStore,
  createUnitAndUser,
  newStore,
  reached,
  today,
  type TestStore,
} from '../../../support/store.ts';
import type { Cut } from '../../../support/cutBackup.ts';
import { isWhole } from '../../../support/whole.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;
const { passphrase } = administrator;
const reason = 'The disk was replaced';
let unitId: UnitId;
let first: string;
let last: string;
let carriedAway: Buffer;
const referrals = async (of: TestStore) => (await of.call('referrals.list', allReferrals)).rows.length;
const pathOf = (name: string): string => join(test.folder, 'backups', name);

/** A workspace with a backup of one referral, an officer disabled since, and a later backup of two. */
it.beforeAll(async () => {
  const made = await createUnitAndUser(test);
  unitId = made.unitId;
  await choosePassphrase(test);
  await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02' });
  await test.signInAs('admin');
  const leaver = {
    login: 'leaver',
    displayName: 'Leaver',
    passphrase,
    roles: ['investigator' as const],
    unitIds: [unitId],
  };
  const { id } = await test.call('users.create', leaver);
  first = (await test.call('backups.make', { jobId })).name;
  // Carried away before the user was disabled: nobody could take the slot out of it.
  carriedAway = readFileSync(pathOf(first));
  await test.call('users.disable', { userId: id });
  await test.signInAs('officer');
  await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-03' });
  last = (await test.call('backups.make', { jobId })).name;
  test.store.close();
});

/** The workspace's folder, its backups and all, somewhere else; each test has its own. */
function copied(name: string): string {
  const folder = join(test.parent, name, 'Test.vigie');
  cpSync(test.folder, folder, { recursive: true });
  writeFileSync(join(folder, 'backups', first), carriedAway);
  return folder;
}

function opened(folder: string): TestStore {
  const store = newStore();
  openFolder(store, folder);
  return {
    ...reached(store, { ...test, folder }),
    dispose: () => {
      store.close();
    },
  };
}

const wish = (folder: string, backup: string, secret?: RestoreWish['secret']): RestoreWish => ({
  backup,
  folder,
  secret: secret ?? { kind: 'recovery', recoveryKey: test.recoveryKey },
  reason,
  now: Date.parse(`${today}T18:00:00Z`),
});

describe('a restore', () => {
  it('is confirmed by another person than the one who restored, whoever signs in first', async () => {
    const folder = copied('whoever');
    // Both may decide: an administrator, and a supervisor who chose a passphrase of their own.
    const before = opened(folder);
    await before.signInAs('officer');
    await choosePassphrase(before);
    const { name } = await before.call('backups.make', { jobId });
    before.dispose();
    const secret = { kind: 'passphrase', login: 'officer', passphrase } as const;
    await restoreBackup(wish(folder, join(folder, 'backups', name), secret));
    const after = opened(folder);
    await after.signInAs('admin');
    const [item] = (await after.call('users.waiting', {})).items;
    expect(item).toMatchObject({ kind: 'restore', displayName: 'Officer officer', own: false });
    const approval = { approvalId: item!.id, accept: true };
    await after.signInAs('officer');
    expect((await after.refusal('users.approve', approval)).reason).toBe('second_person_needed');
    await after.signInAs('admin');
    await after.call('users.approve', approval);
    expect((await after.call('users.unconfirmed', {})).items).toEqual([]);
    after.dispose();
  });

  it('onto a new computer brings everything back by the recovery key', async () => {
    const parent = join(test.parent, 'elsewhere');
    mkdirSync(parent);
    const carried = join(parent, last);
    cpSync(pathOf(last), carried);
    const store = newStore();
    const elsewhere = reached(store, { ...test, parent, folder: join(parent, 'New.vigie') });
    const grant = (path: string) => elsewhere.grant(path) as FileGrant;
    const { chosen, points, home } = await elsewhere.call('backups.inspect', { file: grant(carried) });
    expect([chosen, points.length, home]).toEqual([last, 1, null]);
    const done = await elsewhere.call('backups.restore', {
      jobId,
      file: grant(carried),
      point: chosen,
      parent: grant(parent),
      name: 'New',
      secret: { kind: 'recovery', recoveryKey: test.recoveryKey },
      reason,
    });
    expect([done.before, done.sinceKnown]).toEqual([null, false]);
    openFolder(store, join(parent, 'New.vigie'));
    await elsewhere.call('session.signIn', { login: 'officer', passphrase });
    expect(await referrals(elsewhere)).toBe(2);
    await elsewhere.signInAs('admin');
    expect((await elsewhere.call('audit.verify', {})).intact).toBe(true);
    const { rows } = await elsewhere.call('audit.list', { size: 20 });
    expect(rows.map(({ method }) => method)).toContain('backups.restore');
    store.close();
  });

  it('to an earlier point keeps the store that was there, and disables again who was disabled since', async () => {
    const folder = copied('point');
    const done = await restoreBackup(wish(folder, join(folder, 'backups', first)));
    expect([done.disabled, done.sinceKnown]).toEqual([1, true]);
    const here = opened(folder);
    expect(await here.refusal('session.signIn', { login: 'leaver', passphrase })).toEqual({ code: 'forbidden' });
    await here.call('session.signIn', { login: 'admin', passphrase });
    expect(keysIn(join(folder, 'backups', first)).slots.length).toBeGreaterThan(2);
    await here.signInAs('officer');
    expect(await referrals(here)).toBe(1);
    expect(await here.refusal('session.signIn', { login: 'leaver', passphrase })).toMatchObject({ code: 'wrong_key' });
    here.dispose();
    const before = opened(join(folder, done.before!));
    await before.call('session.signIn', { login: 'officer', passphrase });
    expect(await referrals(before)).toBe(2);
    before.dispose();
  });

  it('learns from the newest backup what happened since, where the store is gone', async () => {
    const folder = copied('gone');
    for (const name of readdirSync(folder)) if (name !== 'backups') rmSync(join(folder, name), { recursive: true });
    expect(await restoreBackup(wish(folder, join(folder, 'backups', first)))).toMatchObject({
      disabled: 1,
      sinceKnown: true,
      before: null,
    });
    const here = opened(folder);
    expect(await here.refusal('session.signIn', { login: 'leaver', passphrase })).toEqual({ code: 'forbidden' });
    here.dispose();
  });

  it('is refused to whoever cannot open what is newer, and to a wrong secret', async () => {
    const folder = copied('leaver');
    const backup = join(folder, 'backups', first);
    const leaver = { kind: 'passphrase', login: 'leaver', passphrase } as const;
    await expect(restoreBackup(wish(folder, backup, leaver))).rejects.toThrow('newer_backup_locked');
    rmSync(join(folder, 'store.db'));
    await expect(restoreBackup(wish(folder, backup, leaver))).rejects.toThrow('newer_backup_locked');
    await expect(restoreBackup(wish(folder, backup, { ...leaver, passphrase: 'not the right one' }))).rejects.toThrow(
      'wrong_passphrase',
    );
    const unknown = { kind: 'recovery', recoveryKey: 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA' } as const;
    await expect(restoreBackup(wish(folder, backup, unknown))).rejects.toThrow('wrong_recovery_key');
    expect(existsSync(join(folder, 'restore.prepared'))).toBe(false);
  });

  it('is refused over another workspace, and of a backup that was changed', async () => {
    const folder = copied('other');
    const other = await createTestStore();
    other.store.close();
    await expect(restoreBackup(wish(other.folder, pathOf(last)))).rejects.toThrow('backup_of_another_workspace');
    other.dispose();
    const changed = join(folder, 'backups', last);
    const bytes = readFileSync(changed);
    bytes[5000] = bytes[5000]! ^ 1;
    writeFileSync(changed, bytes);
    const before = readdirSync(folder);
    await expect(restoreBackup(wish(folder, changed))).rejects.toThrow('backup_damaged');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('that finds the disk full leaves everything as it was', async () => {
    const folder = copied('full');
    // A reading connection leaves an empty log beside the store.
    const names = (): readonly string[] => readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name));
    const before = names();
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    for (const at of ['copied', 'prepared'] as const) {
      const cut = restoreBackup(wish(folder, join(folder, 'backups', first)), (step) => {
        if (step === at) throw full;
      });
      await expect(cut).rejects.toBe(full);
      expect(names()).toEqual(before);
    }
    const fresh = join(test.parent, 'full', 'Fresh.vigie');
    await expect(
      restoreBackup(wish(fresh, pathOf(last)), () => {
        throw full;
      }),
    ).rejects.toBe(full);
    expect(existsSync(fresh)).toBe(false);
    const here = opened(folder);
    await here.call('session.signIn', { login: 'officer', passphrase });
    expect(await referrals(here)).toBe(2);
    here.dispose();
  });
});

/** Does it in a process that is killed at the step; whether it came so far. */
function killedAt(cut: Cut): boolean {
  const script = resolve(import.meta.dirname, '../../../support/cutBackup.ts');
  const { signal, stderr } = spawnSync(process.execPath, [script, JSON.stringify(cut)], { encoding: 'utf8' });
  if (signal === null && stderr !== '') throw new Error(stderr);
  return signal === 'SIGKILL';
}

describe('a restore that is killed', () => {
  it('before it is decided has changed nothing; after that it is finished at the next opening', async () => {
    const seen: number[] = [];
    for (const step of isWhole ? [1, 2, 3, 8] : [2, 8]) {
      const folder = copied(`killed-${String(step)}`);
      expect([step, killedAt({ step, restore: wish(folder, join(folder, 'backups', first)) })]).toEqual([step, true]);
      const here = opened(folder);
      await here.call('session.signIn', { login: 'officer', passphrase });
      seen.push(await referrals(here));
      here.dispose();
      expect(existsSync(join(folder, 'restore.prepared'))).toBe(false);
    }
    expect(seen).toEqual(isWhole ? [2, 2, 1, 1] : [2, 1]);
  }, 120_000);
});
