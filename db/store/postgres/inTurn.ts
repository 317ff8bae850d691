import type { QueryConfig, QueryResult } from 'pg';

export type Ask = (question: QueryConfig) => Promise<QueryResult>;

/** Asks one question after another: the driver's own queue ends with its next version. */
export function inTurn(ask: Ask): Ask {
  let tail: Promise<unknown> = Promise.resolve();
  return (question) => {
    const answer = tail.then(() => ask(question));
    tail = answer.catch(() => undefined);
    return answer;
  };
}
