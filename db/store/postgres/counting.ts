import type { QueryConfig, QueryResult } from 'pg';
import { Connection, type Connect } from './connection.ts';

/** The connection on which a session's figures are counted, with what is sealed: opened for the first one that is asked for. */
export class Counting {
  readonly #connect: Connect;
  #connection: Promise<Connection> | null = null;

  constructor(connect: Connect) {
    this.#connect = async () => {
      const client = await connect();
      await client.query('SET search_path = counted, public');
      return client;
    };
  }

  async ask(question: QueryConfig): Promise<QueryResult> {
    this.#connection ??= Connection.open(this.#connect).catch((error: unknown) => {
      this.#connection = null;
      throw error;
    });
    return (await this.#connection).ask(question);
  }

  close(): void {
    this.#connection?.then(
      (connection) => {
        connection.close();
      },
      () => undefined,
    );
  }
}
