import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workspaceKind, type WorkspaceKind } from '#contract/ground/codes';
import { backupsFolder } from '../../../db/store/backups/files.ts';
import { storePath } from '../../../db/store/folder.ts';
import { postgresMigrations } from '../../../db/store/postgres/migrate.ts';
import { prepareServer } from '../../../db/store/postgres/server/prepare.ts';
import { migrationsOf } from '../../../db/store/sqlite/migrate.ts';
import { initials, withNextMigration } from '../../support/nextMigration.ts';
import { postgresMissing } from '../../support/postgres.ts';
import { serverWorkspace, type ServerWorkspace } from '../../support/serverWorkspace.ts';
import { administrator, createTestStore, type TestStore } from '../../support/store.ts';

const broken = `${initials} INSERT INTO nowhere VALUES (1);`;

describe.each(workspaceKind.options)('a %s workspace of an earlier schema', (kind: WorkspaceKind) => {
  let test: TestStore;
  const inNext = <T>(work: () => Promise<T>, sql = initials): Promise<T> =>
    withNextMigration(migrationsOf(kind), sql, work);
  const read = (sql: string): unknown[] => test.store.requireUnlocked().raw.prepare(sql).raw().all();
  const backups = (): readonly string[] => readdirSync(backupsFolder(test.folder));
  const bytes = (): Buffer => readFileSync(storePath(test.folder));

  beforeEach(async () => {
    test = await createTestStore(kind);
    test.store.lock();
  });
  afterEach(() => {
    test.dispose();
  });

  it('is brought up to date at the sign-in with its rows, once, after a backup of what it was', async () => {
    await inNext(async () => {
      await test.signInAs(administrator.login);
      expect(read('SELECT login, initial FROM user')).toEqual([['admin', 'a']]);
      expect(read('SELECT name FROM schema_migration')).toEqual([['0000_first.sql'], ['9999_next.sql']]);
      expect((await test.call('audit.verify', {})).intact).toBe(true);
      expect(backups()).toHaveLength(1);
      const { backups: listed } = await test.call('backups.list', {});
      expect(listed.map(({ reason }) => reason)).toEqual(['before_migration']);
      await test.signInAs(administrator.login);
      expect(backups()).toHaveLength(1);
      expect(read('SELECT count(*) FROM schema_migration')).toEqual([[2]]);
    });
  });

  it('is then refused by the earlier Vigie, which leaves it as it is', async () => {
    await inNext(() => test.signInAs(administrator.login));
    test.store.lock();
    const before = bytes();
    expect(await test.refusal('session.signIn', administrator)).toEqual({ code: 'newer_schema' });
    expect(bytes()).toEqual(before);
  });

  it('stays whole where a migration fails, and opens as before', async () => {
    await expect(inNext(() => test.signInAs(administrator.login), broken)).rejects.toThrow();
    await test.signInAs(administrator.login);
    expect(read("SELECT name FROM pragma_table_info('user') WHERE name = 'initial'")).toEqual([]);
    expect(read('SELECT count(*) FROM schema_migration')).toEqual([[1]]);
  });
});

it('what was derived from rows before a migration is derived again', async () => {
  const test = await createTestStore('unit');
  test.store.requireUnlocked().raw.exec("INSERT INTO backlog_book VALUES ('all', 1, 1)");
  const books = () => test.store.requireUnlocked().raw.prepare('SELECT count(*) FROM backlog_book').pluck().get();
  expect(books()).toBe(1);
  test.store.lock();
  await withNextMigration(migrationsOf('unit'), initials, async () => {
    await test.signInAs(administrator.login);
    expect(books()).toBe(0);
  });
  test.dispose();
});

describe.skipIf(postgresMissing !== '')(`a server of an earlier schema ${postgresMissing}`.trim(), () => {
  let shared: ServerWorkspace;
  let desk: TestStore;
  const prepare = async (): Promise<void> => prepareServer(await shared.database.connect(), 'unit', 2);
  const inNext = <T>(work: () => Promise<T>, sql = initials): Promise<T> =>
    withNextMigration(postgresMigrations('unit'), sql, work);

  beforeAll(async () => {
    shared = await serverWorkspace();
    desk = shared.desk();
    await desk.signInAs(administrator.login);
    desk.store.lock();
  });
  afterAll(() => shared.dispose());

  it('is left whole where a migration fails', async () => {
    await expect(inNext(prepare, broken)).rejects.toThrow();
    await desk.signInAs(administrator.login);
    expect(await shared.database.run('SELECT count(*)::int AS count FROM schema_migration')).toEqual([{ count: 1 }]);
    desk.store.lock();
  });

  it('is refused until it is brought up to date, then opens with its rows', async () => {
    await inNext(async () => {
      const older = { code: 'conflict', reason: 'server_schema_older' };
      expect(await desk.refusal('session.signIn', administrator)).toEqual(older);
      await prepare();
      await prepare();
      expect(await shared.database.run('SELECT login, initial FROM "user"')).toEqual([
        { login: 'admin', initial: 'a' },
      ]);
      const applied = await shared.database.run('SELECT name FROM schema_migration ORDER BY position');
      expect(applied).toEqual([{ name: '0000_first.sql' }, { name: '9999_next.sql' }]);
      await desk.signInAs(administrator.login);
      expect((await desk.call('audit.verify', {})).intact).toBe(true);
    });
  });

  it('is then refused by the earlier Vigie', async () => {
    desk.store.lock();
    expect(await desk.refusal('session.signIn', administrator)).toEqual({ code: 'newer_schema' });
    await expect(prepare()).rejects.toMatchObject({ code: 'newer_schema' });
  });
});
