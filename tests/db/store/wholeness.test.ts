import { allReferrals } from '../../support/allReferrals.ts';
import { createFilledStore, errorOf, officer } from '../../support/filledStore.ts';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toFailure } from '../../../db/ground/kernel/failure.ts';
import { dispatch } from '../../../db/store/dispatch.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { checkWhenDue } from '../../../db/store/wholeness.ts';
import { addUnit, administrator, copyOf, type TestStore } from '../../support/store.ts';
import { isWhole } from '../../support/whole.ts';

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

describe('damage', () => {
  const flip = (at: number): void => {
    const bytes = readFileSync(storeFile());
    bytes[at] = bytes[at]! ^ 4;
    writeFileSync(storeFile(), bytes);
  };
  const sound = (): Buffer => readFileSync(join(filled.base.folder, 'store.db'));
  const closed = { code: 'corrupt' };

  it('anywhere in the file is found by the check, and by nothing before it', async () => {
    const size = statSync(storeFile()).size;
    await test.call('session.signIn', officer);
    const { pages } = await test.call('workspace.check', {});
    expect(pages).toBe(size / 4096);
    expect(await test.call('workspace.state', {})).toMatchObject({ lastWhole: { pages } });
    test.store.lock();
    // One place of every fifth page (of every fifteenth under `npm test`), the first and the last byte among them.
    const apart = isWhole ? 5 : 15;
    const places = [
      0,
      size - 1,
      ...Array.from({ length: Math.floor(pages / apart) }, (_, index) => index * apart * 4096 + ((index * 997) % 4096)),
    ];
    for (const at of places) {
      writeFileSync(storeFile(), sound());
      rmSync(join(test.folder, 'damaged'), { force: true });
      flip(at);
      const signIn = await dispatch(test.store, 'session.signIn', officer);
      const reply = signIn.ok ? await dispatch(test.store, 'workspace.check', {}) : signIn;
      expect([at, !reply.ok && reply.error.code]).toEqual([at, 'corrupt']);
      test.store.lock();
    }
    expect(places.length).toBeGreaterThan(isWhole ? 20 : 8);
  });

  it('that the check finds closes the store until the file is whole again', async () => {
    await test.call('session.signIn', officer);
    test.store.requireUnlocked().raw.pragma('wal_checkpoint(TRUNCATE)');
    const whole = readFileSync(storeFile());
    flip(statSync(storeFile()).size - 2000);
    expect(await test.refusal('workspace.check', {})).toEqual(closed);
    for (let each = 0; each < 15; each += 1) expect(await refusedLog(test)).toEqual(closed);
    expect(test.events.at(-1)).toMatchObject({ type: 'store_closed', failure: closed });
    openFolder(test.store, test.folder);
    expect(await test.refusal('session.signIn', officer)).toEqual(closed);
    writeFileSync(storeFile(), whole);
    await test.call('session.signIn', officer);
    await log(test);
  });

  it('that an ordinary read meets closes the store', async () => {
    await test.call('session.signIn', officer);
    test.store.requireUnlocked().raw.pragma('wal_checkpoint(TRUNCATE)');
    for (let page = 8; page < statSync(storeFile()).size / 4096; page += 1) flip(page * 4096 + 100);
    expect(await test.refusal('referrals.list', allReferrals)).toEqual(closed);
    for (let each = 0; each < 15; each += 1) expect(await refusedLog(test)).toEqual(closed);
    expect(test.events.at(-1)).toMatchObject({ type: 'store_closed', failure: closed });
  });

  it.runIf(process.platform === 'linux')('is not what a disk that gives no bytes is called', async () => {
    await test.call('session.signIn', officer);
    const failing = { code: 'read_only', reason: 'store_disk_failing' };
    renameSync(storeFile(), `${storeFile()}.aside`);
    // The memory of a process has no first page: to read it fails as a broken disk does.
    symlinkSync('/proc/self/mem', storeFile());
    expect(await test.refusal('workspace.check', {})).toEqual(failing);
    expect(test.events.at(-1)).toMatchObject({ type: 'store_closed', failure: failing });
    // SQLite says of such a page that it is damaged.
    const asSqlite = Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' });
    expect(test.store.shutIfDamaged(asSqlite)).toMatchObject(failing);
    renameSync(`${storeFile()}.aside`, storeFile());
    expect(test.store.shutIfDamaged(asSqlite)).toMatchObject({ code: 'corrupt', reason: undefined });
    await test.call('session.signIn', officer);
    await log(test);
  });

  it('is looked for once a day', async () => {
    await test.call('session.signIn', officer);
    await checkWhenDue(test.store);
    const { lastWhole } = await test.call('workspace.state', {});
    expect(lastWhole).not.toBeNull();
    test.store.requireUnlocked().raw.pragma('wal_checkpoint(TRUNCATE)');
    flip(statSync(storeFile()).size - 2000);
    await checkWhenDue(test.store);
    expect(test.store.unlocked).not.toBeNull();
    test.store
      .requireUnlocked()
      .raw.exec("UPDATE setting SET value = json_set(value, '$.at', 5) WHERE key = 'lastWhole'");
    await expect(checkWhenDue(test.store)).rejects.toThrow('corrupt');
    expect(test.store.unlocked).toBeNull();
  });

  it('is not seen where a key was changed and much was deleted', async () => {
    await test.signInAs('admin');
    const { raw } = test.store.requireUnlocked();
    raw.exec(
      'BEGIN; CREATE TABLE passing (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO passing SELECT hex(randomblob(400)) FROM n; DROP TABLE passing; COMMIT',
    );
    raw.pragma('wal_checkpoint(TRUNCATE)');
    await test.call('workspace.check', {});
    const { id } = await test.call('users.create', {
      login: 'leaving',
      displayName: 'Leaving',
      roles: ['investigator'],
      unitIds: [await addUnit(test, 'U02')],
      passphrase: administrator.passphrase,
    });
    await test.call('users.disable', { userId: id });
    expect((await test.call('workspace.check', {})).pages).toBeGreaterThan(50);
  });
});

it.each([
  ['store.db', { code: 'corrupt', reason: 'store_missing' }],
  ['lock.db', { code: 'read_only', reason: 'access_denied' }],
])('a folder in the place of %s has a message of its own', (name, answer) => {
  test.store.close();
  rmSync(join(test.folder, name));
  mkdirSync(join(test.folder, name));
  expect(toFailure(errorOf(() => openFolder(test.store, test.folder)))).toMatchObject(answer);
});

it('copies that were cut short are removed when the folder is opened', () => {
  test.store.close();
  mkdirSync(join(test.folder, 'backups'), { recursive: true });
  const cut = [
    'store.next.db',
    'store.next.db-journal',
    'keys.json.next',
    'purged.json.0a1b2c3d.part',
    join('backups', 'before-upgrade-1.partial'),
  ];
  for (const name of cut) writeFileSync(join(test.folder, name), 'x');
  const abandoned = join(test.parent, 'Other.vigie.building');
  const recent = join(test.parent, 'Recent.vigie.building');
  for (const folder of [abandoned, recent]) mkdirSync(join(folder, 'backups'), { recursive: true });
  utimesSync(abandoned, 1, 1);
  // This computer's clock is ahead of the disk's.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 3_600_000 });
  openFolder(test.store, test.folder);
  vi.useRealTimers();
  expect(cut.filter((name) => existsSync(join(test.folder, name)))).toEqual([]);
  expect([existsSync(abandoned), existsSync(recent)]).toEqual([false, true]);
  expect(readdirSync(test.folder)).toContain(basename(storeFile()));
});
