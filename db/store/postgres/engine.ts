import { sql } from 'drizzle-orm';
import type { UserId } from '#contract/ground/ids';
import type { Session } from '#contract/store/session';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { AuditLine } from '../audit/append.ts';
import type { Engine, Turn } from '../engine.ts';
import type { PersonalAccount } from './personalAccount.ts';
import { appendOnServer } from './server/append.ts';
import { Connection, type Connect } from './connection.ts';
import { Notices, type OnTouched } from './notices.ts';
import { bePresent } from './presence.ts';
import { Requests } from './requests.ts';
import type { Sealing } from './sealing.ts';
import { readDb } from './session.ts';

interface Listeners {
  readonly onTouched: OnTouched;
  readonly onAway: (isAway: boolean) => void;
  /** Hears that what is written reaches the server again. */
  readonly onBack: () => void;
}

interface Parts {
  readonly writing: Connection;
  readonly reading: Connection;
  readonly counting: Connection;
  readonly notices: Notices;
  readonly sealing: Sealing | undefined;
  readonly own: PersonalAccount | undefined;
}

/** A session's connections: it writes on one and reads on another. */
export class PostgresEngine implements Engine {
  readonly tx: WriteTx;
  readonly counted: ReadDb;
  /** Absent only in tests, of a person without a slot. */
  readonly own: PersonalAccount | undefined;
  readonly #parts: Parts;
  readonly #requests: Requests;
  #transactions = 0;

  static async open(
    connect: Connect,
    { onTouched, onAway, onBack }: Listeners,
    sealing?: Sealing,
    own?: PersonalAccount,
  ): Promise<PostgresEngine> {
    const notices = new Notices(onTouched);
    // Of figures, with what is sealed.
    const counting = new Connection(connect, async (client) => {
      await client.query('SET search_path = counted, public');
    });
    const writing = await Connection.open(connect, undefined, (isAway) => {
      if (!isAway) onBack();
    });
    try {
      const reading = await Connection.open(connect, (client, isAgain) => notices.listen(client, isAgain), onAway);
      return new PostgresEngine({ writing, reading, notices, counting, sealing, own });
    } catch (error) {
      writing.close();
      throw error;
    }
  }

  private constructor(parts: Parts) {
    const { writing, reading, counting, sealing, own } = parts;
    this.#parts = parts;
    this.own = own;
    this.counted = readDb(counting.ask, sealing);
    this.tx = readDb(reading.ask, sealing) as WriteTx;
    this.#requests = new Requests(writing, sealing);
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
      return await this.#requests.send(turn, work);
    } finally {
      this.#transactions -= 1;
    }
  }

  async append(tx: WriteTx, line: AuditLine): Promise<number> {
    const { notices, sealing } = this.#parts;
    return appendOnServer(tx, line, { notice: notices.of(line), sealing });
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

  present(file: string | null): Promise<UserId[]> {
    const { desk } = this.#parts.notices;
    return bePresent(this.tx, desk, file, `${desk} presence`);
  }

  close(): void {
    const { notices, writing, reading, counting } = this.#parts;
    this.own?.forget();
    notices.stop();
    for (const each of [writing, reading, counting]) each.close();
  }
}
