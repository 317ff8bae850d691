import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import type { UnitId, UserId } from '#contract/ground/ids';
import { systemIds } from '../../db/ground/kernel/ids.ts';
import { user, userRole, userUnit } from '../../db/ground/schema/common/people.ts';
import { unit } from '../../db/ground/schema/common/units.ts';
import { openOnServer } from '../../db/store/postgres/open.ts';
import { prepareServer } from '../../db/store/postgres/server/prepare.ts';
import { storedTables } from '../../db/store/postgres/server/tables.ts';
import { Sealing } from '../../db/store/postgres/sealing.ts';
import { columnKeys } from '../../db/store/postgres/server/encryption/values.ts';
import { writeTx } from '../../db/store/postgres/session.ts';
import { putSetting } from '../../db/store/settings.ts';
import type { ServerAccount } from '../../db/store/postgres/server/connect.ts';
import type { RowsOf } from './playLedger.ts';
import { giveAccess } from './giveAccess.ts';
import { newDatabase, type TestDatabase } from './postgres.ts';
import type { ServerAddress } from './postgresServer.ts';
import { revealRow } from './protectedRows.ts';
import { newStore, reached, type TestStore } from './store.ts';

const workspace = {
  id: '019a0000-0000-7000-8000-000000000001',
  kind: 'unit',
  name: 'Test',
  demonstration: false,
} as const;

export const [one, other] = [1, 2].map((n) => `019a0000-0000-7000-8000-00000000001${String(n)}` as UnitId) as [
  UnitId,
  UnitId,
];

/** Of the workspace: what is sealed on the server. */
const key = Buffer.alloc(32);
const tables = storedTables('unit');

/** Rows as a desk reads them, with their words: the server has those sealed. */
export const readBy =
  ({ store }: TestStore): RowsOf =>
  (table) =>
    store.requireUnlocked().engine.tx.all(sql.raw(`SELECT * FROM ${table}`));

/** How a desk reaches the server with an account. */
export type Reach = (account: ServerAccount, database: TestDatabase) => Promise<Client>;

/** Through another port, where a test is between. */
export const through =
  (port?: number): Reach =>
  async ({ user: login, password }, { config }) => {
    const client = new Client({ ...config(login, password), ...(port !== undefined && { port }) });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };

/** Units on a server, and the desks at which their officers sign in. */
export interface Office {
  readonly database: TestDatabase;
  readonly rowsOf: RowsOf;
  /** An officer at a workstation of their own, signed in to the server as themselves; again where the login is known. */
  readonly desk: (login: string, unitIds: readonly UnitId[], reach?: Reach) => Promise<TestStore>;
  readonly close: () => Promise<void>;
}

interface Officer {
  readonly userId: UserId;
  readonly account: ServerAccount;
}

export async function newOffice(server?: ServerAddress): Promise<Office> {
  const database = await newDatabase(server);
  const owner = await database.connect();
  await prepareServer(owner, 'unit', 1);
  const tx = writeTx(owner, new Sealing(columnKeys(key)));
  await putSetting(tx, 'workspace', workspace);
  await putSetting(tx, 'marking', '');
  await putSetting(tx, 'idleMinutes', 10);
  for (const id of [one, other])
    await tx.insert(unit).values({ id, code: id.slice(-3), nameEn: 'U', nameFr: 'U', service: 'S' });
  const desks: TestStore[] = [];
  const parent = mkdtempSync(join(tmpdir(), 'vigie-office-'));
  const accounts: Record<string, Officer> = {};
  const newOfficer = async (login: string, unitIds: readonly UnitId[]): Promise<Officer> => {
    const userId: UserId = systemIds();
    await tx.insert(user).values({ id: userId, login, displayName: login, passphraseBy: 'self' });
    await tx.insert(userRole).values((['investigator', 'supervisor'] as const).map((role) => ({ userId, role })));
    await tx.insert(userUnit).values(unitIds.map((unitId) => ({ userId, unitId })));
    const password = crypto.randomUUID();
    return { userId, account: { user: await giveAccess(owner, userId, password), password } };
  };
  return {
    database,
    rowsOf: async (table) => {
      const known = tables.find(({ name }) => name === table.replaceAll('"', ''));
      const rows = await database.run(`SELECT * FROM ${table}`);
      return rows.map((row) => (known ? revealRow(known, row, columnKeys(key)) : row)) as never;
    },
    desk: async (login, unitIds, reach = through()) => {
      const { userId, account } = (accounts[login] ??= await newOfficer(login, unitIds));
      const events: TestStore['events'] = [];
      const store = newStore(events);
      const connect = () => reach(account, database);
      await openOnServer(store, connect, { userId, key: Buffer.from(key), generation: 1 });
      const made = reached(store, { parent, folder: '', recoveryKey: '', events });
      desks.push(made);
      return made;
    },
    close: async () => {
      for (const { store } of desks) store.close();
      rmSync(parent, { recursive: true });
      await database.drop();
    },
  };
}
