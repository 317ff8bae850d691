import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg, { type ClientBase } from 'pg';

/** The roles of one database. Roles are the whole server's, so their names begin with the database's: another workspace's people are no one here. */
export interface DatabaseRoles {
  /** Owns every table and function, and never signs in. */
  readonly owner: string;
  /** What each person is a member of. */
  readonly people: string;
  readonly person: (userId: string) => string;
  /** Of the connection file: it may ask for a sealed slot, and nothing else. */
  readonly entry: string;
}

export function rolesOf(database: string): DatabaseRoles {
  return {
    owner: `${database}_owner`,
    people: `${database}_user`,
    entry: `${database}_entry`,
    person: (userId) => `${database}_${userId.replaceAll('-', '')}`,
  };
}

export const quoted = (name: string): string => pg.escapeIdentifier(name);
export const literal = (text: string): string => pg.escapeLiteral(text);

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
