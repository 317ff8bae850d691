import type { WorkspaceKind } from '#contract/ground/codes';
import type { ClientBase } from 'pg';
import { rightsOf } from './rights.ts';
import { quoted, type DatabaseRoles } from './roles.ts';

/** What gives rights: policies and whether they count, functions, views and triggers of our schemas, each by its name and as the server writes it out. */
const written = `
  SELECT 'policy ' || schemaname || '.' || tablename || ' ' || policyname AS name,
    concat_ws(' | ', permissive, roles::text, cmd, qual, with_check) AS text
  FROM pg_catalog.pg_policies WHERE schemaname IN ('public', 'vigie')
  UNION ALL SELECT 'function ' || oid::regprocedure::text,
    concat_ws(' | ', pg_catalog.pg_get_functiondef(oid), pg_catalog.pg_get_userbyid(proowner),
      (SELECT string_agg(one::text, ' ' ORDER BY one::text) FROM unnest(proacl) AS one))
  FROM pg_catalog.pg_proc WHERE pronamespace = 'vigie'::regnamespace AND prokind = 'f'
  UNION ALL SELECT 'view ' || oid::regclass::text, pg_catalog.pg_get_viewdef(oid)
  FROM pg_catalog.pg_class WHERE relkind = 'v' AND relnamespace::regnamespace::text IN ('public', 'vigie', 'counted')
  UNION ALL SELECT 'rights ' || oid::regclass::text, concat_ws(' | ', relrowsecurity, relforcerowsecurity, reloptions::text,
    pg_catalog.pg_get_userbyid(relowner), (SELECT string_agg(one::text, ' ' ORDER BY one::text) FROM unnest(relacl) AS one))
  FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p', 'v', 'S') AND relnamespace::regnamespace::text IN ('public', 'vigie', 'counted')
  UNION ALL SELECT 'trigger ' || tgrelid::regclass::text || ' ' || tgname, pg_catalog.pg_get_triggerdef(oid) || ' | ' || tgenabled::text
  FROM pg_catalog.pg_trigger WHERE NOT tgisinternal
`;

async function definitions(client: ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; text: string }>(written);
  return new Map(rows.map(({ name, text }) => [name, text]));
}

/**
 * What is not as a preparation writes it, or is not of it, by name. The preparation is done in a transaction that is taken back: until
 * then, well under a second, other calls wait. It gives up where a call keeps it waiting.
 */
export async function changedDefinitions(
  client: ClientBase,
  kind: WorkspaceKind,
  roles: DatabaseRoles,
): Promise<readonly string[]> {
  await client.query("BEGIN; SET LOCAL lock_timeout = '10s'");
  try {
    const found = await definitions(client);
    await client.query(`SET LOCAL ROLE ${quoted(roles.owner)}`);
    await client.query(rightsOf(kind, roles).join(';\n'));
    const expected = await definitions(client);
    return [...new Set([...found.keys(), ...expected.keys()])]
      .filter((name) => found.get(name) !== expected.get(name))
      .sort();
  } finally {
    await client.query('ROLLBACK');
  }
}
