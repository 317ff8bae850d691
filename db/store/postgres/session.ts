import { sql } from 'drizzle-orm';
import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import {
  SQLiteRemoteSession,
  type AsyncRemoteCallback,
  type PreparedQueryConfig,
  type RemotePreparedQuery,
} from 'drizzle-orm/sqlite-proxy';
import pg, { type ClientBase, type CustomTypesConfig } from 'pg';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { PostgresDialect } from './dialect.ts';

type NoSchema = Record<string, never>;
type Session = SQLiteRemoteSession<NoSchema, NoSchema>;

/** By the number of its type, what is read otherwise than the driver would: counts and sums as numbers, and what is true as 1, as SQLite has it. */
const readAs = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.BOOL, (value) => (value === 't' ? 1 : 0)],
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
]);
const types: CustomTypesConfig = {
  getTypeParser: (type, format) => readAs.get(type) ?? (pg.types.getTypeParser(type, format) as () => unknown),
};

/** One question after another: the driver's own queue ends with its next version. */
function inTurn(client: ClientBase) {
  let tail: Promise<unknown> = Promise.resolve();
  return (text: string, values: unknown[], rowMode: 'array' | undefined) => {
    const answer = tail.then(() => client.query({ text, values, types, ...(rowMode && { rowMode }) }));
    tail = answer.catch(() => undefined);
    return answer;
  };
}

function asking(query: ReturnType<typeof inTurn>, mode: 'array' | 'object'): AsyncRemoteCallback {
  return async (text, values, method) => {
    const { rows, rowCount } = await query(text, values, mode === 'array' || method === 'values' ? 'array' : undefined);
    const [first] = rows as unknown[];
    const found = { rows: method === 'get' ? first : rows, changes: rowCount ?? 0 };
    return found as Awaited<ReturnType<AsyncRemoteCallback>>;
  };
}

/** What the builder made is read by the place of its columns, and a statement that was written out by their names. */
class PostgresSession extends SQLiteRemoteSession<NoSchema, NoSchema> {
  readonly #written: Session;

  constructor(query: ReturnType<typeof inTurn>, dialect: PostgresDialect) {
    super(asking(query, 'array'), dialect, undefined);
    this.#written = new SQLiteRemoteSession(asking(query, 'object'), dialect, undefined);
  }

  override prepareQuery<T extends Omit<PreparedQueryConfig, 'run'>>(
    ...given: Parameters<Session['prepareQuery']>
  ): RemotePreparedQuery<T> {
    const [, fields, , , mapper] = given;
    return fields || mapper ? super.prepareQuery<T>(...given) : this.#written.prepareQuery<T>(...given);
  }
}

function databaseOf(client: ClientBase): unknown {
  const dialect = new PostgresDialect();
  const database = new BaseSQLiteDatabase('async', dialect, new PostgresSession(inTurn(client), dialect), undefined);
  const head = sql`SELECT sequence, hash FROM vigie.last_link()`;
  return Object.assign(database, { lastLink: () => database.get(head) });
}

/** The handlers' connection that writes; its owner has opened a transaction. */
export function writeTx(client: ClientBase): WriteTx {
  return databaseOf(client) as WriteTx;
}
