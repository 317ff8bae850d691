import { setTimeout } from 'node:timers/promises';
import type { QueryConfig, QueryResult } from 'pg';
import { StoreFailure, toFailure } from '../../ground/kernel/failure.ts';
import type { Client, Connect } from './server/connect.ts';
import { endWhereSilent } from './silence.ts';

/** Several are sent at once, each on its own: one that fails leaves the others as they are. */
export type Ask = (question: QueryConfig) => Promise<QueryResult>;

/** What each connection needs before it is used, the first one and those that replace it. */
type Prepare = (client: Client, isAgain: boolean) => Promise<unknown>;

/** Milliseconds from the loss of a server during which calls wait for it: a restart takes less. After that they fail at once. */
const patience = 3000;
const shortestPause = 50;
const longestPause = 2000;
/** Of one question or write, each time that the server went away in the midst of it. */
const mostSendings = 5;

/** Whether the connection is of no more use: the server went away, or may no longer be written to. */
export function isAway(error: unknown): boolean {
  const { reason } = toFailure(error);
  return reason === 'server_away' || reason === 'server_standby';
}

/** A connection that is opened when it is first asked for, and replaced by another one once it is gone. */
export class Connection {
  /** A question that only reads: it is asked again where the connection was lost. */
  readonly ask: Ask = (question) => this.using((client) => client.query(question));
  readonly #connect: Connect;
  readonly #prepare: Prepare;
  readonly #onAway: (isAway: boolean) => void;
  #client: Client | null = null;
  #first: Promise<Client> | null = null;
  #search: Promise<Client> | null = null;
  #waitsUntil = 0;
  #isClosed = false;

  /** @param onAway hears of a server that did not answer at once, and of its answer */
  constructor(
    connect: Connect,
    prepare: Prepare = () => Promise.resolve(),
    onAway: (isAway: boolean) => void = () => undefined,
  ) {
    this.#onAway = onAway;
    this.#connect = connect;
    this.#prepare = prepare;
  }

  /** The connection; where it was lost, the next one, for which a call waits a short time only. */
  async client(): Promise<Client> {
    if (this.#client) return this.#client;
    if (!this.#search && !this.#isClosed) return this.#opened();
    const waiting = Math.max(this.#waitsUntil - performance.now(), 1);
    const found = await Promise.race([this.#search, setTimeout(waiting, null, { ref: false })]);
    if (!found) throw new StoreFailure('busy', 'server_away');
    return found;
  }

  #opened(): Promise<Client> {
    this.#first ??= this.#connected(false).finally(() => {
      this.#first = null;
    });
    return this.#first;
  }

  /** Looks for another connection, until there is one. */
  lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    if (this.#isClosed) return;
    this.#waitsUntil = performance.now() + patience;
    this.#search = this.#find();
    this.#search.catch(() => undefined);
  }

  async #find(): Promise<Client> {
    for (let pause = shortestPause; !this.#isClosed; pause = Math.min(2 * pause, longestPause)) {
      const client = await this.#connected(true).catch(() => null);
      if (client) {
        this.#onAway(false);
        return client;
      }
      this.#onAway(true);
      await setTimeout(pause * (0.5 + Math.random()), undefined, { ref: false });
    }
    throw new StoreFailure('busy', 'server_away');
  }

  async #connected(isAgain: boolean): Promise<Client> {
    const client = await this.#connect();
    try {
      await this.#prepare(client, isAgain);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    client.once('end', () => {
      this.lose(client);
    });
    endWhereSilent(client, this.#connect);
    this.#client = client;
    if (this.#isClosed) this.close();
    return client;
  }

  /** Done again on the next connection where this one was lost. */
  async using<T>(work: (client: Client) => Promise<T>): Promise<T> {
    for (let sending = 1; ; sending += 1) {
      const client = await this.client();
      try {
        return await work(client);
      } catch (error) {
        if (!isAway(error)) throw error;
        this.lose(client);
        if (sending === mostSendings) throw error;
      }
    }
  }

  close(): void {
    this.#isClosed = true;
    // What is still asked is answered first; a connection that is gone has ended already.
    this.#client?.end().catch(() => undefined);
  }
}
