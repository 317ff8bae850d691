import { clearInterval, setInterval } from 'node:timers';
import { setTimeout } from 'node:timers/promises';
import { toFailure } from '../../ground/kernel/failure.ts';
import type { Client, Connect } from './server/connect.ts';

/** Milliseconds between two looks at a connection, and in which a server answers. */
const lookEvery = 3000;
const answersWithin = 4000;

/** Inside a client of `pg`, and not in its types. */
interface Inner {
  readonly processID: number | null;
  readonly readyForQuery: boolean;
  readonly connection: { readonly stream: { readonly bytesRead: number; readonly destroy: () => void } };
}

async function answers(client: Client): Promise<boolean> {
  const asked = client.query('SELECT 1').then(
    () => true,
    () => true,
  );
  return Promise.race([asked, setTimeout(answersWithin, false, { ref: false })]);
}

/** Asks on another connection whether the server is still at work for that one. A server that has no room for another one answers, too. */
async function isAtWork(connect: Connect, processId: number | null): Promise<boolean> {
  const other = await connect().catch((error: unknown) => toFailure(error).reason === 'server_busy');
  if (typeof other === 'boolean') return other;
  try {
    const text = `SELECT 1 FROM pg_catalog.pg_stat_activity WHERE pid = $1 AND state = 'active'`;
    return (await other.query(text, [processId])).rows.length > 0;
  } catch {
    return false;
  } finally {
    other.end().catch(() => undefined);
  }
}

/**
 * Ends a connection over which nothing comes any more, although nobody closed it: a cable was pulled, or a network between forgot it. The
 * operating system alone would wait for minutes.
 * @param every milliseconds from one look to the next
 */
export function endWhereSilent(client: Client, connect: Connect, every = lookEvery): void {
  const inner = client as unknown as Inner;
  let isLooking = false;
  /** What had come at the last look, where an answer was awaited then. */
  let come: number | null = null;
  const look = async (): Promise<boolean> => {
    const before = come;
    const { stream } = inner.connection;
    come = inner.readyForQuery ? null : stream.bytesRead;
    if (come === null) return answers(client);
    return come !== before || (await isAtWork(connect, inner.processID)) || stream.bytesRead !== come;
  };
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look().then((isAlive) => {
      isLooking = false;
      if (!isAlive) inner.connection.stream.destroy();
    });
  }, every).unref();
  client.once('end', () => {
    clearInterval(timer);
  });
}
