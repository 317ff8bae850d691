import { sql } from 'drizzle-orm';
import type { ClientBase } from 'pg';
import type { Session } from '#contract/store/session';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { AuditLine } from '../audit/append.ts';
import type { Engine, Turn } from '../engine.ts';
import { appendOnServer } from './server/append.ts';
import { writeTx } from './session.ts';
import { transactPostgres, waitForTurn } from './transaction.ts';

/** Gives a connection of the session's own to the server. */
export type Connect = () => Promise<ClientBase & { readonly end: () => Promise<void> }>;
type Client = Awaited<ReturnType<Connect>>;

/** A session's connections: what it writes on one, and what is read on another, beside it. */
export class PostgresEngine implements Engine {
  readonly tx: WriteTx;
  readonly #writing: Client;
  readonly #reading: Client;
  #transactions = 0;

  static async open(connect: Connect): Promise<PostgresEngine> {
    const writing = await connect();
    try {
      return new PostgresEngine(writing, await connect());
    } catch (error) {
      await writing.end();
      throw error;
    }
  }

  private constructor(writing: Client, reading: Client) {
    this.#writing = writing;
    this.#reading = reading;
    this.tx = writeTx(reading);
  }

  /** The server shows each person what is theirs. */
  get read(): ReadDb {
    return this.tx;
  }

  get counted(): ReadDb {
    return this.tx;
  }

  get isWriting(): boolean {
    return this.#transactions > 0;
  }

  async transact<T>(turn: Turn, work: (tx: WriteTx) => Promise<T>): Promise<T> {
    this.#transactions += 1;
    try {
      return await transactPostgres(this.#writing, (client) => waitForTurn(client, turn), work);
    } finally {
      this.#transactions -= 1;
    }
  }

  async append(tx: WriteTx, line: AuditLine): Promise<void> {
    await appendOnServer(tx, line);
  }

  /** The server reads a person's rights again with each statement. */
  scope(_session: Session): Promise<void> {
    return Promise.resolve();
  }

  async isSealed(ids: readonly string[]): Promise<boolean> {
    const named = sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
    // The server's own list is of every unit, and of ids alone.
    const found = await this.tx.all(sql`SELECT 1 FROM vigie.sealed WHERE id IN (${named})
      UNION ALL SELECT 1 FROM identifier WHERE id IN (${named}) AND person_id IN (SELECT id FROM vigie.sealed) LIMIT 1`);
    return found.length > 0;
  }

  close(): void {
    // What is still asked is answered first; a connection that is gone has ended already.
    for (const client of [this.#writing, this.#reading]) client.end().catch(() => undefined);
  }
}
