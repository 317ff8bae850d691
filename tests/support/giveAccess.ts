import type { ClientBase } from 'pg';
import { scramVerifier } from '../../db/store/postgres/server/roles.ts';

/** A person's login role, made or given another password, without a slot that a passphrase opens. As who owns the database. */
export async function giveAccess(client: ClientBase, userId: string, password: string): Promise<string> {
  const admit = 'SELECT vigie.admit($1, $2) AS name';
  const { rows } = await client.query<{ name: string }>(admit, [userId, scramVerifier(password)]);
  return rows[0]!.name;
}
