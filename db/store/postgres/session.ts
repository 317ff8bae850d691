import { sql } from 'drizzle-orm';
import { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import {
  SQLiteRemoteSession,
  type AsyncRemoteCallback,
  type PreparedQueryConfig,
  type RemotePreparedQuery,
} from 'drizzle-orm/sqlite-proxy';
import pg, { type ClientBase, type CustomTypesConfig, type QueryConfig, type QueryResult } from 'pg';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
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

/** Asks the server one question after another. */
type Ask = (question: QueryConfig) => Promise<QueryResult>;

/** The driver's own queue ends with its next version. */
function inTurn(client: ClientBase): Ask {
  let tail: Promise<unknown> = Promise.resolve();
  return (question) => {
    const answer = tail.then(() => client.query(question));
    tail = answer.catch(() => undefined);
    return answer;
  };
}

function asking(ask: Ask, mode: 'array' | 'object'): AsyncRemoteCallback {
  return async (text, values, method) => {
    const rowMode = mode === 'array' || method === 'values' ? ('array' as const) : undefined;
    const { rows, rowCount } = await ask({ text, values, types, ...(rowMode && { rowMode }) });
    const [first] = rows as unknown[];
    const found = { rows: method === 'get' ? first : rows, changes: rowCount ?? 0 };
    return found as Awaited<ReturnType<AsyncRemoteCallback>>;
  };
}

/** What the builder made is read by the place of its columns, and a statement that was written out by their names. */
class PostgresSession extends SQLiteRemoteSession<NoSchema, NoSchema> {
  readonly #written: Session;

  constructor(ask: Ask, dialect: PostgresDialect) {
    super(asking(ask, 'array'), dialect, undefined);
    this.#written = new SQLiteRemoteSession(asking(ask, 'object'), dialect, undefined);
  }

  override prepareQuery<T extends Omit<PreparedQueryConfig, 'run'>>(
    ...given: Parameters<Session['prepareQuery']>
  ): RemotePreparedQuery<T> {
    const [, fields, , , mapper] = given;
    return fields || mapper ? super.prepareQuery<T>(...given) : this.#written.prepareQuery<T>(...given);
  }
}

function databaseOf(ask: Ask): unknown {
  const dialect = new PostgresDialect();
  const database = new BaseSQLiteDatabase('async', dialect, new PostgresSession(ask, dialect), undefined);
  const head = sql`SELECT sequence, hash FROM vigie.last_link()`;
  const across: WriteTx['across'] = {
    reachTransfer: (id) => database.get(sql`SELECT vigie.reach_transfer(${id})`),
    reachCounts: (unitId) => database.get(sql`SELECT vigie.reach_counts(${unitId})`),
    moveSealed: (...moved) =>
      database.get(
        sql`SELECT vigie.move_sealed(${sql.join(
          moved.map((id) => sql`${id}`),
          sql`, `,
        )})`,
      ),
  };
  const hashedValues: ReadDb['hashedValues'] = (after, until) =>
    database.values<[number, string, string, string]>(
      sql`SELECT * FROM vigie.hashed_values(${String(after)}::bigint, ${String(until)}::bigint)`,
    );
  return Object.assign(database, { lastLink: () => database.get(head), hashedValues, across });
}

/** The handlers' connection that writes; its owner has opened a transaction. */
export function writeTx(client: ClientBase): WriteTx {
  return databaseOf(inTurn(client)) as WriteTx;
}

/** For questions outside of transactions, on a connection that may be replaced between them. */
export function readDb(ask: Ask): ReadDb {
  return databaseOf(ask) as ReadDb;
}
