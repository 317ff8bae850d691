import { setTimeout } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Turn } from '../engine.ts';
import { inTransaction } from './inTransaction.ts';
import type { Sealing } from './sealing.ts';
import { commitOf, writeTx } from './session.ts';

/** What the server undid because of another's write: it could not be put in an order, or each waited for the other. */
const undone: ReadonlySet<unknown> = new Set(['40001', '40P01']);
const mostRetries = 5;
/** Milliseconds, doubled each time: those that met once should not meet again. */
const shortestPause = 8;

/** The builder wraps what the driver threw. */
function wasUndone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && undone.has(error.code)) || wasUndone(error.cause);
}

/**
 * What a handler reads and then writes must not change in between: until the end of the transaction nobody else writes in these units.
 * Locks are acquired in one order, the workspace first and then the units by their ids, so that no two wait for each other. Returns whether
 * the request is new.
 */
async function waitForTurn(client: ClientBase, { unitIds, workspace }: Turn, id: string | undefined): Promise<boolean> {
  const [, , asked] = await Promise.all([
    workspace && client.query("SELECT 1 FROM setting WHERE key = 'workspace' FOR NO KEY UPDATE"),
    unitIds.length > 0 &&
      client.query('SELECT 1 FROM unit WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [unitIds]),
    id !== undefined && client.query<{ new: boolean }>('SELECT vigie.is_new_request($1) AS new', [id]),
  ]);
  return asked === false || asked.rows[0]?.new === true;
}

/** What the server undid is done again, from its beginning, at most five times. */
export async function transactPostgres<T>(
  client: ClientBase,
  { id, ...turn }: Turn & { readonly id?: string },
  work: (tx: WriteTx, isNew: boolean) => Promise<T>,
  sealing?: Sealing,
): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    const tx = writeTx(client, sealing);
    try {
      return await inTransaction(
        client,
        (isNew) => work(tx, isNew),
        () => waitForTurn(client, turn, id),
        () => commitOf(tx),
      );
    } catch (error) {
      if (retry === mostRetries || !wasUndone(error)) throw error;
      await setTimeout(shortestPause * 2 ** retry * (0.5 + Math.random()));
    }
  }
}
