import type { QueryConfig, QueryResult } from 'pg';
import { Line, type Connect } from './line.ts';

/** The connection on which a session's figures are counted, with what is sealed: opened for the first one that is asked for. */
export class Counting {
  readonly #connect: Connect;
  #line: Promise<Line> | null = null;

  constructor(connect: Connect) {
    this.#connect = async () => {
      const client = await connect();
      await client.query('SET search_path = counted, public');
      return client;
    };
  }

  async ask(question: QueryConfig): Promise<QueryResult> {
    this.#line ??= Line.open(this.#connect).catch((error: unknown) => {
      this.#line = null;
      throw error;
    });
    return (await this.#line).ask(question);
  }

  close(): void {
    this.#line?.then(
      (line) => {
        line.close();
      },
      () => undefined,
    );
  }
}
