import { sql } from 'drizzle-orm';
import type { UserId } from '#contract/ground/ids';
import type { Session } from '#contract/store/session';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { AuditLine } from '../audit/append.ts';
import type { Engine, Turn } from '../engine.ts';
import type { PersonalAccount } from './personalAccount.ts';
import { appendOnServer } from './server/append.ts';
import { Connection } from './connection.ts';
import type { Connect } from './server/connect.ts';
import { Notices, type OnTouched } from './notices.ts';
import { bePresent } from './presence.ts';
import { Requests } from './requests.ts';
import type { Sealing } from './sealing.ts';
import { endWithNext, readDb } from './session.ts';

interface Listeners {
  readonly onTouched: OnTouched;
  readonly onAway: (isAway: boolean) => void;
  /** Hears that what is written reaches the server again. */
  readonly onBack: () => void;
}

/** A session's connections: it writes on one, reads on another, and counts on a third. Each is opened when it is first asked for. */
export class PostgresEngine implements Engine {
  readonly tx: WriteTx;
  readonly counted: ReadDb;
  /** Absent only in tests, of a person without a slot. */
  readonly own: PersonalAccount | undefined;
  readonly #connections: readonly Connection[];
  readonly #notices: Notices;
  readonly #requests: Requests;
  readonly #sealing: Sealing | undefined;
  #transactions = 0;

  constructor(connect: Connect, listeners: Listeners, sealing?: Sealing, own?: PersonalAccount) {
    const { onTouched, onAway, onBack } = listeners;
    const notices = new Notices(onTouched);
    const writing = new Connection(connect, undefined, (isAway) => {
      if (!isAway) onBack();
    });
    const reading = new Connection(connect, (client, isAgain) => notices.listen(client, isAgain), onAway);
    // Of figures, with what is sealed.
    const counting = new Connection(connect, (client) => client.query('SET search_path = counted, public'));
    this.own = own;
    this.tx = readDb(reading.ask, sealing) as WriteTx;
    this.counted = readDb(counting.ask, sealing);
    this.#connections = [writing, reading, counting];
    this.#notices = notices;
    this.#requests = new Requests(writing, sealing);
    this.#sealing = sealing;
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
    return appendOnServer(tx, line, { notice: this.#notices.of(line), sealing: this.#sealing });
  }

  end(tx: WriteTx, line: AuditLine, output: unknown): Promise<number> {
    this.#requests.ends(tx, output);
    endWithNext(tx);
    return this.append(tx, line);
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
    const { desk } = this.#notices;
    return bePresent(this.tx, desk, file, `${desk} presence`);
  }

  close(): void {
    this.own?.forget();
    this.#notices.stop();
    for (const each of this.#connections) each.close();
  }
}
