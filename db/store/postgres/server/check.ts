import type { ClientBase } from 'pg';
import { changedDefinitions } from './definitions.ts';
import { isClockFar, serverState, type ServerState } from './fit.ts';
import { besideTables, unlimitedPeople } from './prepare.ts';
import { currentDatabase, rolesOf, type DatabaseRoles } from './roles.ts';

/** What is not as `vigie server init` leaves it. */
export interface ServerProblem {
  readonly code: ServerProblemCode;
  /** Of the tables, roles, functions or entries that are wrong. */
  readonly names: readonly string[];
}

export const serverProblemCodes = [
  'schema',
  'clock',
  'grants_foreign',
  'database_public',
  'people_powerful',
  'people_unlimited',
  'definitions_changed',
  'audit_head',
  'audit_chain',
  'audit_times',
] as const;
export type ServerProblemCode = (typeof serverProblemCodes)[number];

export interface ServerReport extends ServerState {
  readonly release: string;
  readonly people: number;
  readonly entries: number;
  readonly problems: readonly ServerProblem[];
}

type Names = { readonly name: string };

/** Queries by the problem that each looks for: a row names what is wrong, and without rows there is no problem. */
function questions({
  owner,
  people,
  entry,
}: DatabaseRoles): Readonly<Partial<Record<ServerProblemCode, [text: string, ...unknown[]]>>> {
  return {
    grants_foreign: [
      `SELECT relname || ' > ' || relowner::regrole::text AS name FROM pg_catalog.pg_class
       WHERE relnamespace::regnamespace::text IN ('public', 'vigie') AND relkind IN ('r', 'v', 'p') AND pg_catalog.pg_get_userbyid(relowner) <> $1`,
      owner,
    ],
    database_public: [
      `SELECT acl.privilege_type AS name FROM pg_catalog.pg_database AS own, aclexplode(coalesce(own.datacl, acldefault('d', own.datdba))) AS acl
       WHERE own.datname = current_database() AND (acl.grantee = 0 OR pg_catalog.pg_get_userbyid(acl.grantee) IN ($1, $2) AND acl.privilege_type <> 'CONNECT')
       UNION SELECT proname FROM pg_catalog.pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ $3 AND has_function_privilege($1, oid, 'EXECUTE') ORDER BY 1`,
      people,
      entry,
      besideTables,
    ],
    people_powerful: [
      `SELECT own.rolname AS name FROM pg_catalog.pg_roles AS own JOIN vigie.login AS login ON login.role = own.rolname
       WHERE own.rolsuper OR own.rolbypassrls OR own.rolcreaterole OR own.rolcreatedb OR own.rolreplication
         OR EXISTS (SELECT 1 FROM pg_catalog.pg_auth_members AS membership WHERE membership.member = own.oid
           AND pg_catalog.pg_get_userbyid(membership.roleid) <> $1)`,
      people,
    ],
    people_unlimited: [unlimitedPeople],
    audit_head: [
      `SELECT head.sequence::text AS name FROM vigie.audit_head AS head
       LEFT JOIN public.audit_entry AS entry ON entry.sequence = head.sequence
       WHERE head.sequence > 0 AND entry.hash IS DISTINCT FROM head.hash OR head.sequence <> (SELECT count(*) FROM public.audit_entry)`,
    ],
    audit_chain: [
      `SELECT own.sequence::text AS name FROM public.audit_entry AS own
       LEFT JOIN public.audit_entry AS before ON before.sequence = own.sequence - 1
       WHERE own.hash <> vigie.audit_hash(own) OR own.previous_hash <> coalesce(before.hash, repeat('0', 64))
       ORDER BY own.sequence LIMIT 20`,
    ],
    audit_times: [
      `SELECT sequence::text AS name FROM vigie.audit_stamp JOIN public.audit_entry USING (sequence)
       WHERE abs(extract(epoch FROM audit_stamp.at) * 1000 - audit_entry.at) > 300000 ORDER BY sequence LIMIT 20`,
    ],
  };
}

/** Looks at all that the rights of a database rest on, as who prepared it; changes nothing. */
export async function checkServer(client: ClientBase, now: () => number): Promise<ServerReport> {
  const state = await serverState(client, now);
  const problems: ServerProblem[] = [
    ...(state.schema === 'same' ? [] : [{ code: 'schema' as const, names: [state.schema] }]),
    ...(isClockFar(state.clockAhead)
      ? [{ code: 'clock' as const, names: [String(Math.round(state.clockAhead / 1000))] }]
      : []),
  ];
  const roles = rolesOf(await currentDatabase(client));
  for (const [code, [text, ...values]] of Object.entries(questions(roles))) {
    const { rows } = await client.query<Names>(text, values);
    if (rows.length > 0) problems.push({ code: code as ServerProblemCode, names: rows.map(({ name }) => name) });
  }
  if (state.schema === 'same') {
    const changed = await changedDefinitions(client, state.kind, roles);
    if (changed.length > 0) problems.push({ code: 'definitions_changed', names: changed });
  }
  const { rows } = await client.query<{ release: string; people: number; entries: number }>(
    `SELECT current_setting('server_version') AS release, (SELECT count(*)::int FROM vigie.login) AS people,
      (SELECT sequence::int FROM vigie.audit_head) AS entries`,
  );
  const [counted = { release: '', people: 0, entries: 0 }] = rows;
  return { ...state, ...counted, problems };
}
