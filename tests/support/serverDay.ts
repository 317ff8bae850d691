import type { ClientBase } from 'pg';

/** Until the database is prepared again: tests have days of their own, and the server's is that of the machine. */
export async function setServerDay(owner: ClientBase, day: string): Promise<void> {
  await owner.query(
    `CREATE OR REPLACE FUNCTION vigie.day() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$ SELECT '${day}'::date $$`,
  );
}
