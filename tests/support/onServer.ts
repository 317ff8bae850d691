import type { Client } from 'pg';
import { migratePostgres } from '../../db/store/postgres/migrate.ts';
import { prepareServer } from '../../db/store/postgres/server/prepare.ts';
import { openOnServer } from '../../db/store/postgres/open.ts';
import { fixedClock } from '../../db/ground/kernel/clock.ts';
import { rolesOf } from '../../db/store/postgres/server/roles.ts';
import { columnKeys } from '../../db/store/postgres/server/encryption/values.ts';
import { storedTables } from '../../db/store/postgres/server/tables.ts';
import { setServerDay } from './serverDay.ts';
import { giveAccess } from './giveAccess.ts';
import { newDatabase } from './postgres.ts';
import { protectRow, type Row } from './protectedRows.ts';
import { letIn, newStore, reached, today, type TestStore } from './store.ts';

const rowsAtOnce = 500;

/** As JSON, which both engines read alike; bytes as PostgreSQL writes them. */
function plain(row: unknown): unknown {
  const values = Object.entries(row as Record<string, unknown>);
  return Object.fromEntries(
    values.map(([name, value]) => [name, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value]),
  );
}

/** Every row of the folder's store, into the empty tables of the same names. */
async function copyRows({ store }: TestStore, client: Client): Promise<void> {
  const { raw, key, session } = store.requireUnlocked();
  const keys = columnKeys(key);
  const known = storedTables(session.workspace.kind);
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'schema_migration'",
  );
  for (const { name } of tables) {
    const table = known.find((each) => each.name === name);
    const all = raw.prepare(`SELECT * FROM "${name}"`).all();
    for (let first = 0; first < all.length; first += rowsAtOnce)
      await client.query(`INSERT INTO "${name}" SELECT * FROM json_populate_recordset(NULL::"${name}", $1)`, [
        JSON.stringify(
          all.slice(first, first + rowsAtOnce).map((row) => plain(table ? protectRow(table, row as Row, keys) : row)),
        ),
      ]);
  }
}

/** The same workspace on the tests' server, with the same person at work: from here on each goes its own way. */
export async function onServer(test: TestStore): Promise<TestStore> {
  const { session, key: own, generation } = test.store.requireUnlocked();
  // The folder's lock overwrites its own.
  const key = Buffer.from(own);
  const database = await newDatabase();
  const owner = await database.connect();
  await migratePostgres(owner, session.workspace.kind, 1);
  await copyRows(test, owner);
  await prepareServer(owner, session.workspace.kind, 1);
  if (session.workspace.kind === 'unit') await setServerDay(owner, '2100-01-01');
  const store = newStore(test.events);
  const { host, port, authority } = database.server;
  const place = { hosts: [{ host, port }], database: database.name, trust: { authority } };
  const entry = { user: rolesOf(database.name).entry, password: '' };
  const { id: workspaceId, kind } = session.workspace;
  store.server = { format: 'vigie-server', version: 1, workspaceId, kind, place, entry };
  Object.assign(store.options, { clock: fixedClock(today, test.store.options.clock.now() + 1) });
  const open = async (userId: string): Promise<void> => {
    const password = crypto.randomUUID();
    const account = await giveAccess(owner, userId, password);
    const person = { userId, key: Buffer.from(key), generation };
    await openOnServer(store, () => database.connect(account, password), person);
    letIn(store);
  };
  await open(session.user.id);
  return {
    ...reached(store, test),
    signInAs: async (login) => {
      const { rows } = await owner.query<{ id: string }>('SELECT id FROM "user" WHERE login = $1', [login]);
      await open(rows[0]?.id ?? '');
    },
    ownPassphrase: async () => {
      const { id } = store.requireUnlocked().session.user;
      await owner.query(`UPDATE "user" SET passphrase_by = 'self' WHERE id = $1`, [id]);
    },
    dispose: () => {
      test.dispose();
      store.close();
      void database.drop();
    },
  };
}
