import { randomBytes } from 'node:crypto';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { Client, ClientBase } from 'pg';
import type { WorkspaceKind } from '#contract/ground/codes';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { prepareServer } from '../postgres/server/prepare.ts';
import { requireFitting, serverState } from '../postgres/server/fit.ts';
import type { ServerAccount } from '../postgres/server/connect.ts';
import { currentDatabase, literal, quoted, rolesOf, scramVerifier } from '../postgres/server/roles.ts';
import { tablesOf } from '../postgres/server/tables.ts';

/** Makes the tables of an empty database; one that is prepared must be so by this version. */
export async function prepareForMove(client: ClientBase, kind: WorkspaceKind, now: () => number): Promise<void> {
  const { rows } = await client.query<{ prepared: boolean }>(
    `SELECT pg_catalog.to_regclass('vigie.server') IS NOT NULL AS prepared`,
  );
  if (rows[0]?.prepared !== true) await prepareServer(client, kind, now());
  requireFitting(await serverState(client, now), kind);
}

/** Undoes what was not committed. */
export async function closeAll(client: Client): Promise<void> {
  await client.query('ROLLBACK').catch(() => undefined);
  await client.end().catch(() => undefined);
}

/** A transaction that waits for a person, and nobody else's for long. */
export async function beginWaiting(client: ClientBase): Promise<void> {
  await client.query(`BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
    SET LOCAL lock_timeout = '10s'`);
}

const namesOf = (kind: WorkspaceKind): string =>
  tablesOf(kind)
    .map((table) => `public.${quoted(getTableConfig(table).name)}`)
    .join(', ');

const unitTables = ['presence', 'word', 'pseudonym'] as const;

/** Others read on, and what they write waits. */
export async function lockAgainstWriters(client: ClientBase, kind: WorkspaceKind): Promise<void> {
  // Its row is locked before anything is written: who has it would wait for the move, and the move for them.
  await client.query('LOCK TABLE vigie.audit_head IN EXCLUSIVE MODE');
  await client.query(`LOCK TABLE ${namesOf(kind)}, vigie.slot IN SHARE ROW EXCLUSIVE MODE`);
}

/**
 * Takes away what an earlier move left, if its last entry is that move's: nobody ever opened it. Returns whether there was one. Throws
 * `server_occupied` where the database holds a workspace that is used.
 */
export async function removeUnconfirmed(
  client: ClientBase,
  kind: WorkspaceKind,
  workspaceId: string,
): Promise<boolean> {
  await client.query('LOCK TABLE vigie.audit_head, public.setting IN SHARE ROW EXCLUSIVE MODE');
  const { rows } = await client.query<{ method: string; subject: string | null }>(
    `SELECT method, subject_id AS subject FROM public.audit_entry ORDER BY sequence DESC LIMIT 1`,
  );
  const [last] = rows;
  if (!last) return false;
  if (last.method !== 'workspace.confirmMove' || last.subject !== workspaceId)
    throw new StoreFailure('conflict', 'server_occupied');
  await client.query('SELECT vigie.dismiss(owner) FROM vigie.slot');
  const own = ['slot', 'login', 'request', 'audit_stamp', 'audit_owed', ...(kind === 'unit' ? unitTables : [])];
  await client.query(`TRUNCATE ${namesOf(kind)}, ${own.map((each) => `vigie.${each}`).join(', ')}`);
  await client.query(`UPDATE vigie.audit_head SET sequence = 0, hash = repeat('0', 64)`);
  return true;
}

/** The chain, and the order of what is searched, go on from what was copied. */
export async function continueChain(client: ClientBase, kind: WorkspaceKind): Promise<void> {
  if (kind === 'unit') await client.query('SELECT vigie.continue_entries()');
  await client.query(`UPDATE vigie.audit_head AS head SET sequence = last.sequence, hash = last.hash
    FROM (SELECT sequence, hash FROM public.audit_entry ORDER BY sequence DESC LIMIT 1) AS last`);
}

/** The account of the connection file, by whose password alone the copy is opened. */
export async function openEntry(client: ClientBase): Promise<ServerAccount> {
  const password = randomBytes(24).toString('base64url');
  const { entry } = rolesOf(await currentDatabase(client));
  await client.query(`ALTER ROLE ${quoted(entry)} LOGIN PASSWORD ${literal(scramVerifier(password))}`);
  return { user: entry, password };
}
