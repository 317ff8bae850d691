import { randomUUID } from 'node:crypto';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Turn } from '../engine.ts';
import { isAway, type Connection } from './connection.ts';
import type { Sealing } from './sealing.ts';
import { transactPostgres } from './transaction.ts';

/** A write that was sent, and what it answers once it is known to be done. */
interface Sent {
  readonly id: string;
  /** Absent until the server was asked to commit. */
  done?: { readonly output: unknown };
}

/** Writes are done once, however often the server goes away while they are sent. */
export class Requests {
  readonly #connection: Connection;
  /** By what was asked: the server went away before it answered, and nobody knows whether it was done. */
  readonly #unanswered = new Map<string, Sent>();
  readonly #sent = new WeakMap<WriteTx, Sent>();
  readonly #sealing: Sealing | undefined;

  constructor(connection: Connection, sealing: Sealing | undefined) {
    this.#connection = connection;
    this.#sealing = sealing;
  }

  /** The next statement of the transaction asks the server to commit. */
  ends(tx: WriteTx, output: unknown): void {
    const sent = this.#sent.get(tx);
    if (sent) sent.done = { output };
  }

  /** What is asked again by the user is answered as the first time. */
  async send<T>(turn: Turn, work: (tx: WriteTx) => Promise<T>): Promise<T> {
    const { asked } = turn;
    const sent: Sent = (asked !== undefined && this.#unanswered.get(asked)) || { id: randomUUID() };
    const once = async (tx: WriteTx, isNew: boolean): Promise<T> => {
      if (!isNew && sent.done) return sent.done.output as T;
      this.#sent.set(tx, sent);
      const output = await work(tx);
      sent.done = { output };
      return output;
    };
    try {
      const output = await this.#connection.using((client) =>
        transactPostgres(client, { ...turn, id: sent.id }, once, this.#sealing),
      );
      if (asked !== undefined) this.#unanswered.delete(asked);
      return output;
    } catch (error) {
      if (!sent.done || !isAway(error)) throw error;
      // It may have been done.
      if (asked !== undefined) this.#unanswered.set(asked, sent);
      throw new StoreFailure('busy', 'server_answer_lost');
    }
  }
}
