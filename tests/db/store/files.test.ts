import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#contract/ground/codes';
import { createForWriting } from '../../../db/store/connection.ts';
import { toFailure } from '../../../db/ground/kernel/failure.ts';
import { dispatch } from '../../../db/store/dispatch.ts';
import { readKeys, writeKeys } from '../../../db/store/keysFile.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { checkWhenDue } from '../../../db/store/wholeness.ts';
import {
  administrator,
  copyOf,
  createTestStore,
  createUnitAndUser,
  newStore,
  reached,
  type TestStore,
} from '../../support/store.ts';

let base: TestStore;
let key: Buffer;
let unitId: Awaited<ReturnType<typeof createUnitAndUser>>['unitId'];
beforeAll(async () => {
  base = await createTestStore();
  unitId = (await createUnitAndUser(base)).unitId;
  for (let each = 0; each < 30; each += 1) await log(base, `Summary ${'of some length '.repeat(60)}`);
  key = Buffer.from(base.store.requireUnlocked().key);
  base.store.close();
});
afterAll(() => {
  base.dispose();
});

let test: TestStore;
beforeEach(() => {
  test = copyOf(base);
});
afterEach(() => {
  test.dispose();
});

const officer = { login: 'officer', passphrase: administrator.passphrase };
const log = (on: TestStore, summary = 'x') =>
  on.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02', summary });
const refusedLog = (on: TestStore) =>
  on.refusal('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02' });
const storeFile = (): string => join(test.folder, 'store.db');
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

function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
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
        recoveryKey: base.recoveryKey,
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
    const raw = createForWriting(storeFile(), key);
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
    const rescued = readdirSync(join(test.folder, 'backups')).filter((name) => name.startsWith('rescued-'));
    expect(rescued).toHaveLength(1);
    for (const suffix of ['-wal', '-shm']) rmSync(`${storeFile()}${suffix}`, { force: true });
    renameSync(join(test.folder, 'backups', rescued[0]!), storeFile());
    await test.call('session.signIn', officer);
    const list = {
      filter: {},
      sort: { column: 'receivedOn', descending: true },
      from: { at: 'start' },
      size: 500,
    } as const;
    expect((await test.call('referrals.list', list)).rows).toHaveLength(31);
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

describe('damage', () => {
  const flip = (at: number): void => {
    const bytes = readFileSync(storeFile());
    bytes[at] = bytes[at]! ^ 4;
    writeFileSync(storeFile(), bytes);
  };
  const sound = (): Buffer => readFileSync(join(base.folder, 'store.db'));
  const closed = { code: 'corrupt' };

  it('anywhere in the file is found by the check, and by nothing before it', async () => {
    const size = statSync(storeFile()).size;
    await test.call('session.signIn', officer);
    const { pages } = await test.call('workspace.check', {});
    expect(pages).toBe(size / 4096);
    expect(await test.call('workspace.state', {})).toMatchObject({ lastWhole: { pages } });
    test.store.lock();
    // One place of every fifth page, the first and the last byte among them.
    const places = [
      0,
      size - 1,
      ...Array.from({ length: Math.floor(pages / 5) }, (_, index) => index * 5 * 4096 + ((index * 997) % 4096)),
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
    expect(places.length).toBeGreaterThan(20);
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
    const list = {
      filter: {},
      sort: { column: 'receivedOn', descending: true },
      from: { at: 'start' },
      size: 500,
    } as const;
    expect(await test.refusal('referrals.list', list)).toEqual(closed);
    for (let each = 0; each < 15; each += 1) expect(await refusedLog(test)).toEqual(closed);
    expect(test.events.at(-1)).toMatchObject({ type: 'store_closed', failure: closed });
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
      unitIds: [],
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
  openFolder(test.store, test.folder);
  expect(cut.filter((name) => existsSync(join(test.folder, name)))).toEqual([]);
  expect([existsSync(abandoned), existsSync(recent)]).toEqual([false, true]);
  expect(readdirSync(test.folder)).toContain(basename(storeFile()));
});

it('a role or a unit that is named twice is given once', async () => {
  await test.signInAs('admin');
  const twice: { roles: Role[]; unitIds: (typeof unitId)[] } = {
    roles: ['supervisor', 'supervisor'],
    unitIds: [unitId, unitId],
  };
  const { id } = await test.call('users.create', {
    login: 'twice',
    displayName: 'Twice',
    passphrase: administrator.passphrase,
    ...twice,
  });
  await test.call('users.grant', { userId: id, version: 1, ...twice });
  const { users } = await test.call('users.list', {});
  expect(users.find((each) => each.id === id)).toMatchObject({ roles: ['supervisor'], unitIds: [unitId] });
});
