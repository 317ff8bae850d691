import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Turn } from '../engine.ts';
import { isAway, mostSendings, type Connection } from './connection.ts';
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
  readonly #sealing: Sealing | undefined;

  constructor(connection: Connection, sealing: Sealing | undefined) {
    this.#connection = connection;
    this.#sealing = sealing;
  }

  /** What is asked again by the user is answered as the first time. */
  async send<T>(turn: Turn, work: (tx: WriteTx) => Promise<T>): Promise<T> {
    const { asked } = turn;
    const sent: Sent = (asked !== undefined && this.#unanswered.get(asked)) || { id: randomUUID() };
    for (let sending = 1; ; sending += 1) {
      const client = await this.#clientFor(sent, asked);
      try {
        const output = await this.#sendOn(client, sent, turn, work);
        if (asked !== undefined) this.#unanswered.delete(asked);
        return output;
      } catch (error) {
        if (!isAway(error)) throw error;
        this.#connection.lose(client);
        if (sending === mostSendings) throw this.#unknown(sent, asked) ?? error;
      }
    }
  }

  async #clientFor(sent: Sent, asked: string | undefined): ReturnType<Connection['client']> {
    try {
      return await this.#connection.client();
    } catch (error) {
      throw this.#unknown(sent, asked) ?? error;
    }
  }

  /** The failure of what may have been done. */
  #unknown(sent: Sent, asked: string | undefined): StoreFailure | undefined {
    if (!sent.done) return undefined;
    if (asked !== undefined) this.#unanswered.set(asked, sent);
    return new StoreFailure('busy', 'server_answer_lost');
  }

  async #sendOn<T>(client: ClientBase, sent: Sent, turn: Turn, work: (tx: WriteTx) => Promise<T>): Promise<T> {
    const once = async (tx: WriteTx, isNew: boolean): Promise<T> => {
      if (!isNew && sent.done) return sent.done.output as T;
      const output = await work(tx);
      sent.done = { output };
      return output;
    };
    return transactPostgres(client, { ...turn, id: sent.id }, once, this.#sealing);
  }
}
