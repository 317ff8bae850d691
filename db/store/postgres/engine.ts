import { sql } from 'drizzle-orm';
import type { Session } from '#contract/store/session';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { AuditLine } from '../audit/append.ts';
import type { Engine, Turn } from '../engine.ts';
import type { Own } from './own.ts';
import { appendOnServer } from './server/append.ts';
import { Counting } from './counting.ts';
import { Line, type Connect } from './line.ts';
import { Notices, type OnTouched } from './notices.ts';
import { Requests } from './requests.ts';
import { readDb } from './session.ts';
import { waitForTurn } from './transaction.ts';

/** A session's connections: what it writes on one, and what is read on another, beside it. */
export class PostgresEngine implements Engine {
  readonly tx: WriteTx;
  readonly counted: ReadDb;
  /** Absent only in tests, of a person without keys. */
  readonly own: Own | undefined;
  readonly #writing: Line;
  readonly #reading: Line;
  readonly #counting: Counting;
  readonly #requests: Requests;
  readonly #notices: Notices;
  #transactions = 0;
  #isAdministrator = false;

  static async open(connect: Connect, onTouched: OnTouched, own?: Own): Promise<PostgresEngine> {
    const notices = new Notices(onTouched);
    const writing = await Line.open(connect);
    try {
      const reading = await Line.open(connect, (client, isAgain) => notices.listen(client, isAgain));
      return new PostgresEngine(writing, reading, notices, new Counting(connect), own);
    } catch (error) {
      writing.close();
      throw error;
    }
  }

  private constructor(writing: Line, reading: Line, notices: Notices, counting: Counting, own: Own | undefined) {
    this.own = own;
    this.#counting = counting;
    this.counted = readDb((question) => counting.ask(question));
    this.#notices = notices;
    this.#writing = writing;
    this.#reading = reading;
    this.#requests = new Requests(writing);
    this.tx = readDb((question) => reading.ask(question)) as WriteTx;
  }

  /** The server shows each person what is theirs. */
  get read(): ReadDb {
    return this.tx;
  }

  get isWriting(): boolean {
    return this.#transactions > 0;
  }

  async transact<T>(turn: Turn, work: (tx: WriteTx) => Promise<T>): Promise<T> {
    this.#transactions += 1;
    try {
      return await this.#requests.send(turn.asked, (client) => waitForTurn(client, turn), work);
    } finally {
      this.#transactions -= 1;
    }
  }

  async append(tx: WriteTx, line: AuditLine): Promise<number> {
    if (this.#isAdministrator) await this.own?.shareKeys(tx);
    return appendOnServer(tx, line, this.#notices.of(line));
  }

  /** The server reads a person's rights again with each statement; their keys are read here. */
  async scope({ roles }: Session): Promise<void> {
    this.#isAdministrator = roles.includes('administrator');
    await this.own?.readKeys(this.tx);
  }

  async isSealed(ids: readonly string[]): Promise<boolean> {
    const named = sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
    // The server's own list is of every unit, and of ids alone.
    const found = await this.tx.all(sql`SELECT 1 FROM vigie.sealed WHERE id IN (${named})
      UNION ALL SELECT 1 FROM identifier WHERE id IN (${named}) AND person_id IN (SELECT id FROM vigie.sealed) LIMIT 1`);
    return found.length > 0;
  }

  close(): void {
    this.own?.forget();
    this.#notices.stop();
    this.#writing.close();
    this.#reading.close();
    this.#counting.close();
  }
}
