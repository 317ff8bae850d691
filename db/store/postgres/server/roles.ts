import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg, { type ClientBase } from 'pg';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { inTransaction } from '../inTransaction.ts';

/** The roles of one database. Roles are the whole server's, so their names begin with the database's: another workspace's people are no one here. */
export interface DatabaseRoles {
  /** Owns every table and function, and never signs in. */
  readonly owner: string;
  /** What each person is a member of. */
  readonly people: string;
  readonly person: (userId: string) => string;
}

export function rolesOf(database: string): DatabaseRoles {
  return {
    owner: `${database}_owner`,
    people: `${database}_user`,
    person: (userId) => `${database}_${userId.replaceAll('-', '')}`,
  };
}

export const quoted = (name: string): string => pg.escapeIdentifier(name);
export const literal = (text: string): string => pg.escapeLiteral(text);

/** Longer names would be cut by the server, and two people could be one. */
const longestName = 63;

export async function currentDatabase(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  return rows[0]?.name ?? '';
}

const rounds = 4096;

/** What the server keeps of a password (RFC 5803): the password itself never reaches it, nor a log of its statements. */
export function scramVerifier(password: string, salt = randomBytes(16)): string {
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, rounds, 32, 'sha256');
  const keyed = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const parts = [stored, keyed('Server Key').toString('base64')].join(':');
  return `SCRAM-SHA-256$${String(rounds)}:${salt.toString('base64')}$${parts}`;
}

/** Makes a person's login role, or gives the one that there is another password. As who may make roles and owns the database. */
export async function giveAccess(client: ClientBase, userId: string, password: string): Promise<string> {
  const roles = rolesOf(await currentDatabase(client));
  const name = roles.person(userId);
  if (Buffer.byteLength(name) > longestName) throw new StoreFailure('invalid_input', 'server_database_name');
  const { rows } = await client.query('SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = $1', [name]);
  await inTransaction(client, async () => {
    if (rows.length === 0) await client.query(`CREATE ROLE ${quoted(name)} NOSUPERUSER NOCREATEDB NOCREATEROLE`);
    await client.query(`ALTER ROLE ${quoted(name)} LOGIN PASSWORD ${literal(scramVerifier(password))}`);
    await client.query(`GRANT ${quoted(roles.people)} TO ${quoted(name)}`);
    await client.query('INSERT INTO vigie.login VALUES ($1, $2) ON CONFLICT (role) DO NOTHING', [name, userId]);
  });
  return name;
}

/** From now on the person is refused, and what they have open ends. Their name stays with what they did. */
export async function takeAccess(client: ClientBase, userId: string): Promise<void> {
  const name = rolesOf(await currentDatabase(client)).person(userId);
  await client.query(`ALTER ROLE ${quoted(name)} NOLOGIN PASSWORD NULL`);
  await client.query('DELETE FROM vigie.login WHERE role = $1', [name]);
  await client.query(
    'SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE usename = $1',
    [name],
  );
}
