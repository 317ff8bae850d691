import { allReferrals } from '../../support/allReferrals.ts';
import { createFilledStore, errorOf, officer } from '../../support/filledStore.ts';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createForWriting } from '../../../db/store/sqlite/connection.ts';
import { readKeys, writeKeys } from '../../../db/store/keysFile.ts';
import type { JobId } from '#contract/ground/ids';
import { openFolder } from '../../../db/store/signIn.ts';
import { copyOf, createTestStore, newStore, reached, type TestStore } from '../../support/store.ts';

let filled: Awaited<ReturnType<typeof createFilledStore>>;
beforeAll(async () => {
  filled = await createFilledStore();
});
afterAll(() => {
  filled.base.dispose();
});

let test: TestStore;
beforeEach(() => {
  test = copyOf(filled.base);
});
afterEach(() => {
  test.dispose();
});

const log = (on: TestStore) => filled.log(on);
const refusedLog = (on: TestStore) => filled.refusedLog(on);
const storeFile = (): string => join(test.folder, 'store.db');
const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;
const replaced = { code: 'corrupt', reason: 'store_replaced' };

/** What the files hold, by name. A connection that only reads leaves an empty log. */
function bytesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => /^(store\.db|store\.db-wal|keys\.json)$/.test(name));
  return Object.fromEntries(
    names
      .filter((name) => name !== 'store.db-wal' || statSync(join(folder, name)).size > 0)
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

function reasonOf(work: () => unknown): unknown {
  const error = errorOf(work);
  return error instanceof Error ? error.message : error;
}

/** The folder as a stopped computer leaves it: with a log beside the store that was not copied into it. */
async function withLogBeside(): Promise<string> {
  await test.call('session.signIn', officer);
  await log(test);
  const folder = join(test.parent, 'Stopped.vigie');
  cpSync(test.folder, folder, { recursive: true });
  expect(statSync(join(folder, 'store.db-wal')).size).toBeGreaterThan(0);
  return folder;
}

describe('a store that is not what its keys were made for', () => {
  it.each(['emptied', 'removed'] as const)('when it was %s is refused, and nothing is touched', async (how) => {
    const folder = await withLogBeside();
    if (how === 'emptied') truncateSync(join(folder, 'store.db'));
    else rmSync(join(folder, 'store.db'));
    const before = bytesIn(folder);
    expect(reasonOf(() => openFolder(newStore(), folder))).toBe('corrupt: store_missing');
    expect(bytesIn(folder)).toEqual(before);
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });

  it('when it was emptied after the folder was opened is refused, and nothing is touched', async () => {
    const folder = await withLogBeside();
    const other = reached(newStore(), { ...test, folder, events: [] });
    openFolder(other.store, folder);
    truncateSync(join(folder, 'store.db'));
    const before = bytesIn(folder);
    expect(await other.refusal('session.signIn', officer)).toEqual({ code: 'corrupt', reason: 'store_missing' });
    expect(
      await other.refusal('session.recover', {
        recoveryKey: filled.base.recoveryKey,
        login: 'officer',
        newPassphrase: 'another long phrase',
        reason: 'Night',
      }),
    ).toEqual({ code: 'corrupt', reason: 'store_missing' });
    expect(bytesIn(folder)).toEqual(before);
    other.store.close();
  });

  it('without the mark of the schema is refused, and nothing is touched', async () => {
    rmSync(storeFile());
    const raw = createForWriting(storeFile(), filled.key);
    raw.exec('CREATE TABLE other (a)');
    raw.close();
    const before = bytesIn(test.folder);
    expect(await test.refusal('session.signIn', officer)).toEqual({ code: 'corrupt', reason: 'store_not_own' });
    expect(bytesIn(test.folder)).toEqual(before);
  });

  it('of another workspace than the keys name is refused', async () => {
    writeKeys(test.folder, { ...readKeys(test.folder), workspaceId: '00000000-0000-4000-8000-000000000009' }, []);
    expect(await test.refusal('session.signIn', officer)).toEqual({ code: 'corrupt', reason: 'store_not_own' });
  });
});

describe('files that change under an open store', () => {
  /** Nothing more is confirmed, and the page learns of it. */
  async function expectStopped(): Promise<void> {
    expect(await refusedLog(test)).toEqual(replaced);
    for (let each = 0; each < 5; each += 1) expect(await refusedLog(test)).toEqual(replaced);
    expect(test.events.filter(({ type }) => type === 'store_closed')).toEqual([
      { type: 'store_closed', failure: expect.objectContaining(replaced) as unknown },
    ]);
  }

  beforeEach(async () => {
    copyFileSync(storeFile(), join(test.parent, 'older.db'));
    await test.call('session.signIn', officer);
    await log(test);
  });

  it('stop at an older store that is moved into place, and copy what was confirmed', async () => {
    renameSync(join(test.parent, 'older.db'), storeFile());
    await expectStopped();
    for (const suffix of ['-wal', '-shm']) rmSync(`${storeFile()}${suffix}`, { force: true });
    openFolder(test.store, test.folder);
    await test.call('session.signIn', officer);
    const { backups } = await test.call('backups.list', {});
    expect(backups).toMatchObject([{ reason: 'rescued', place: 'workspace', expiresAt: null }]);
    const { name } = backups[0]!;
    expect(await test.call('backups.verify', { jobId, name, place: 'workspace' })).toMatchObject({ name });
    test.store.close();
    const file = test.grant(join(test.folder, 'backups', name));
    expect(await test.call('backups.inspect', { file })).toMatchObject({ chosen: name });
    const secret = { kind: 'passphrase', ...officer } as const;
    await test.call('backups.restore', { jobId, file, point: name, secret, reason: 'What was rescued' });
    openFolder(test.store, test.folder);
    await test.call('session.signIn', officer);
    expect((await test.call('referrals.list', allReferrals)).rows).toHaveLength(31);
  });

  it('stop at pages of two states, each of which holds, and let nobody sign in to them', async () => {
    for (let each = 0; each < 10; each += 1) await log(test);
    test.store.requireUnlocked().raw.pragma('wal_checkpoint(TRUNCATE)');
    const mixed = readFileSync(storeFile());
    const older = readFileSync(join(test.parent, 'older.db'));
    // All but the first pages, by which the store is known.
    older.copy(mixed, 4 * 4096, 4 * 4096);
    writeFileSync(join(test.parent, 'mixed.db'), mixed);
    renameSync(join(test.parent, 'mixed.db'), storeFile());
    await expectStopped();
    for (const suffix of ['-wal', '-shm']) rmSync(`${storeFile()}${suffix}`, { force: true });
    openFolder(test.store, test.folder);
    expect(await test.refusal('session.signIn', officer)).toEqual({ code: 'corrupt' });
    rmSync(join(test.folder, 'damaged'));
    // Nothing else would have noticed.
    await test.call('session.signIn', officer);
  });

  it('stop at a store that comes with its log, and leave both as they came', async () => {
    const arriving = join(test.parent, 'Arriving.vigie');
    cpSync(test.folder, arriving, { recursive: true });
    await log(test);
    for (const name of ['store.db', 'store.db-wal']) renameSync(join(arriving, name), join(test.folder, name));
    const before = bytesIn(test.folder);
    expect(Object.keys(before)).toContain('store.db-wal');
    await expectStopped();
    expect(bytesIn(test.folder)).toEqual(before);
  });

  it('stop at an older store that is written over it', async () => {
    copyFileSync(join(test.parent, 'older.db'), storeFile());
    await expectStopped();
  });

  it('stop when the folder is gone', async () => {
    rmSync(test.folder, { recursive: true });
    await expectStopped();
  });

  it.each(['store.db-wal', 'lock.db', 'keys.json'])('stop when %s is gone', async (name) => {
    rmSync(join(test.folder, name));
    await expectStopped();
  });

  it.each(['moved', 'removed'] as const)(
    'stop where the folder was %s and another put there, which stays as it is',
    async (how) => {
      const other = await createTestStore();
      other.store.close();
      const moved = join(test.parent, 'Moved.vigie');
      renameSync(test.folder, moved);
      if (how === 'removed') rmSync(moved, { recursive: true });
      cpSync(other.folder, test.folder, { recursive: true });
      other.dispose();
      // As of a backup that its own Vigie is about to write.
      const partial = 'backups/20261124T120000000Z-daily-00000000.vigiebackup.partial';
      writeFileSync(join(test.folder, partial), '');
      const before = readdirSync(test.folder, { recursive: true }).toSorted();
      const bytes = bytesIn(test.folder);
      await expectStopped();
      expect(readdirSync(test.folder, { recursive: true }).toSorted()).toEqual(before);
      expect(bytesIn(test.folder)).toEqual(bytes);
      test.store.close();
      const name = readdirSync(test.parent).find((each) => each.includes('-rescued-'))!;
      const rescued = join(test.parent, name);
      const [file] = readdirSync(join(rescued, 'backups'));
      const grant = test.grant(join(rescued, 'backups', file!));
      expect(await test.call('backups.inspect', { file: grant })).toMatchObject({ home: name.replace('.vigie', '') });
      const secret = { kind: 'passphrase', ...officer } as const;
      await test.call('backups.restore', { jobId, file: grant, point: file!, secret, reason: 'What was rescued' });
      for (const folder of how === 'moved' ? [rescued, moved] : [rescued]) {
        openFolder(test.store, folder);
        await test.call('session.signIn', officer);
        expect((await test.call('referrals.list', allReferrals)).rows).toHaveLength(31);
      }
    },
  );

  it('stop when the keys are of another workspace', async () => {
    writeKeys(test.folder, { ...readKeys(test.folder), workspaceId: '00000000-0000-4000-8000-000000000009' }, []);
    await expectStopped();
  });

  it('go on when the keys are replaced by a change of passphrase, and the log is copied into the store', async () => {
    await test.call('session.changePassphrase', { current: officer.passphrase, next: 'another long phrase' });
    test.store.requireUnlocked().raw.pragma('wal_checkpoint(TRUNCATE)');
    await log(test);
    await log(test);
  });

  it('let no second store open where the lock was deleted', async () => {
    rmSync(join(test.folder, 'lock.db'));
    const second = reached(newStore(), { ...test, events: [] });
    openFolder(second.store, test.folder);
    expect(await second.refusal('session.signIn', officer)).toEqual({
      code: 'busy',
      reason: 'workspace_open_elsewhere',
    });
    await expectStopped();
    await second.call('session.signIn', officer);
    second.store.close();
  });
});
