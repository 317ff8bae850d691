import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import {
  SQLiteRemoteSession,
  type AsyncRemoteCallback,
  type PreparedQueryConfig,
  type RemotePreparedQuery,
} from 'drizzle-orm/sqlite-proxy';
import pg, { type ClientBase, type CustomTypesConfig } from 'pg';
import { must } from '../../ground/kernel/assert.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { withRecords } from '../engineRecords.ts';
import { PostgresDialect } from './dialect.ts';
import type { Ask } from './connection.ts';
import { preparedName } from './preparedNames.ts';
import { serverRecords } from './records.ts';
import type { Sealing } from './sealing.ts';

/** PostgreSQL takes 65,535 values in a statement; the widest table that is written in bulk has some fifty columns. */
const rowsAtOnce = 500;

type NoSchema = Record<string, never>;
type Remote = SQLiteRemoteSession<NoSchema, NoSchema>;

/** By the number of its type, what is read otherwise than the driver would: counts and sums as numbers, and what is true as 1, as SQLite has it. */
const readAs = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.BOOL, (value) => (value === 't' ? 1 : 0)],
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
]);
const types: CustomTypesConfig = {
  getTypeParser: (type, format) => readAs.get(type) ?? (pg.types.getTypeParser(type, format) as () => unknown),
};

/** What the builder made is read by the place of its columns, and a statement that was written out by their names. */
class PostgresSession extends SQLiteRemoteSession<NoSchema, NoSchema> {
  readonly #remote: (fields?: readonly unknown[], isBuilt?: boolean) => Remote;

  constructor(ask: Ask, dialect: PostgresDialect, sealing: Sealing | undefined) {
    const asking =
      (fields: readonly unknown[] | undefined, isBuilt: boolean): AsyncRemoteCallback =>
      async (text, values, method) => {
        const read = sealing?.reader(fields);
        const rowMode = isBuilt || method === 'values' ? ('array' as const) : undefined;
        const name = preparedName(text);
        const question = { text, values, types, ...(name !== undefined && { name }), ...(rowMode && { rowMode }) };
        const { rows: stored, rowCount } = await ask(question);
        const rows = read ? stored.map(read) : (stored as unknown[]);
        const found = { rows: method === 'get' ? rows[0] : rows, changes: rowCount ?? 0 };
        return found as Awaited<ReturnType<AsyncRemoteCallback>>;
      };
    super(asking(undefined, true), dialect, undefined);
    this.#remote = (fields, isBuilt = false) => new SQLiteRemoteSession(asking(fields, isBuilt), dialect, undefined);
  }

  override prepareQuery<T extends Omit<PreparedQueryConfig, 'run'>>(
    ...given: Parameters<Remote['prepareQuery']>
  ): RemotePreparedQuery<T> {
    const [, fields, , , mapper] = given;
    // What was read from which column is known for this one statement.
    const columns = fields?.map(({ field }) => field);
    return this.#remote(columns, Boolean(fields ?? mapper)).prepareQuery<T>(...given);
  }
}

function databaseOf(ask: Ask, sealing: Sealing | undefined): WriteTx {
  const dialect = new PostgresDialect(sealing);
  const session = new PostgresSession(ask, dialect, sealing);
  const database = new BaseSQLiteDatabase('async', dialect, session, undefined) as unknown;
  const tx = Object.assign(database as WriteTx, { rowsAtOnce });
  return withRecords(tx, serverRecords(tx, sealing));
}

interface Ending {
  isNext: boolean;
  committed: Promise<unknown> | null;
}
const endings = new WeakMap<WriteTx, Ending>();

/** The handlers' connection that writes; its owner has opened a transaction. */
export function writeTx(client: ClientBase, sealing?: Sealing): WriteTx {
  const ending: Ending = { isNext: false, committed: null };
  const tx = databaseOf((question) => {
    if (ending.committed) throw new Error('the transaction has ended');
    const answer = client.query(question);
    if (ending.isNext) {
      ending.committed = client.query('COMMIT');
      // Who ended the transaction asks for it once the statement is answered, if it is.
      ending.committed.catch(() => undefined);
    }
    return answer;
  }, sealing);
  endings.set(tx, ending);
  return tx;
}

/** COMMIT is sent behind the next statement, without waiting for its answer: what that one locks is locked for a shorter time. */
export function endWithNext(tx: WriteTx): void {
  must(endings.get(tx), 'a transaction ends where it was begun').isNext = true;
}

/** The answer to that COMMIT; null where none was sent. */
export const commitOf = (tx: WriteTx): Promise<unknown> | null => endings.get(tx)?.committed ?? null;

/** For questions outside of transactions, on a connection that may be replaced between them. */
export function readDb(ask: Ask, sealing?: Sealing): ReadDb {
  return databaseOf(ask, sealing);
}
