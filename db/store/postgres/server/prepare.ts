import type { WorkspaceKind } from '#contract/ground/codes';
import type { ClientBase } from 'pg';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { inTransaction } from '../inTransaction.ts';
import { migratePostgres } from '../migrate.ts';
import { rightsOf } from './rights.ts';
import { currentDatabase, literal, quoted, rolesOf, type DatabaseRoles } from './roles.ts';

/** Text is compared by bytes in both engines, or lists would have another order. */
async function requireBytes(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ encoding: string; order: string; type: string }>(
    `SELECT pg_catalog.pg_encoding_to_char(encoding) AS encoding, datcollate AS order, datctype AS type
     FROM pg_catalog.pg_database WHERE datname = current_database()`,
  );
  const [found] = rows;
  if (found?.encoding !== 'UTF8' || found.order !== 'C' || found.type !== 'C')
    throw new StoreFailure('invalid_input', 'server_database_text');
}

async function makeRoles(client: ClientBase, { owner, people, entry, person }: DatabaseRoles): Promise<void> {
  // The server would cut a longer name, and two people could be one.
  if (Buffer.byteLength(person(crypto.randomUUID())) > 63)
    throw new StoreFailure('invalid_input', 'server_database_name');
  for (const role of [owner, people, entry]) {
    const { rows } = await client.query('SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = $1', [role]);
    if (rows.length === 0) await client.query(`CREATE ROLE ${quoted(role)} NOLOGIN`);
  }
  // Its functions admit people, and end what a person has open who was removed; it never signs in itself.
  await client.query(`ALTER ROLE ${quoted(owner)} CREATEROLE`);
  await client.query(`GRANT ${quoted(people)} TO ${quoted(owner)} WITH ADMIN OPTION`);
  await client.query(`GRANT pg_signal_backend TO ${quoted(owner)}`);
  await client.query(`GRANT ${quoted(owner)} TO CURRENT_USER`);
}

/** Objects, locks and words of no table: they lie beside all rights, and fill a memory or a disk that all share. */
export const besideTables = '^(lo_creat|lo_from_bytea|pg_(try_)?advisory_|pg_logical_emit_message)';
/** Connections at once of the account in the connection file, which each desk uses for a moment. */
const entryConnections = 40;
/** Of a person's account, as `vigie.admit` gives it. */
const personConnections = 20;
/** Accounts of people made by a version that gave them no limit, or more. */
export const unlimitedPeople = `SELECT own.rolname AS name FROM pg_catalog.pg_roles AS own JOIN vigie.login AS login ON login.role = own.rolname
  WHERE own.rolconnlimit NOT BETWEEN 0 AND ${String(personConnections)} ORDER BY 1`;

/** Nobody who was not named connects, and people make no object, not even a temporary one. */
function databaseRights(database: string, { owner, people, entry }: DatabaseRoles): readonly string[] {
  const name = quoted(database);
  return [
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC, ${quoted(people)}`,
    `GRANT CONNECT ON DATABASE ${name} TO ${quoted(people)}, ${quoted(entry)}`,
    `GRANT ALL ON DATABASE ${name} TO ${quoted(owner)}`,
    `ALTER DATABASE ${name} SET temp_file_limit = '4GB'`,
    // Who has the connection file can set what each of its sessions begins with.
    `ALTER ROLE ${quoted(entry)} RESET ALL`,
    `ALTER ROLE ${quoted(entry)} CONNECTION LIMIT ${String(entryConnections)}`,
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    `GRANT ALL ON SCHEMA public TO ${quoted(owner)}`,
    `GRANT USAGE ON SCHEMA public TO ${quoted(people)}, ${quoted(entry)}`,
    `CREATE SCHEMA IF NOT EXISTS vigie AUTHORIZATION ${quoted(owner)}`,
    `DO $$ DECLARE beside regprocedure; BEGIN
      FOR beside IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '${besideTables}'
      LOOP EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', beside); END LOOP; END $$`,
  ];
}

/** Gives each table to the owner, also where another role made it: no policy hides from the owner's functions what they read. */
async function giveTables(client: ClientBase, { owner }: DatabaseRoles): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = 'public' AND tableowner <> $1`,
    [owner],
  );
  for (const { name } of rows) await client.query(`ALTER TABLE public.${quoted(name)} OWNER TO ${quoted(owner)}`);
}

async function limitPeople(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(unlimitedPeople);
  for (const { name } of rows)
    await client.query(`ALTER ROLE ${quoted(name)} CONNECTION LIMIT ${String(personConnections)}`);
}

/**
 * Makes or brings up to date the tables, functions and rights of a database, as who owns it and may make roles. What is there
 * already is kept; run again it changes nothing.
 */
export async function prepareServer(client: ClientBase, kind: WorkspaceKind, now: number): Promise<void> {
  await requireBytes(client);
  const database = await currentDatabase(client);
  const roles = rolesOf(database);
  await makeRoles(client, roles);
  await client.query(databaseRights(database, roles).join(';\n'));
  await migratePostgres(client, kind, now);
  await giveTables(client, roles);
  await inTransaction(client, async () => {
    await client.query(`SET LOCAL ROLE ${quoted(roles.owner)}`);
    await client.query(rightsOf(kind, roles).join(';\n'));
    await client.query(
      `INSERT INTO vigie.server VALUES (true, ${literal(kind)}, ${literal(applicationVersion)})
       ON CONFLICT (only_one) DO UPDATE SET application = excluded.application`,
    );
  });
  await limitPeople(client);
}
