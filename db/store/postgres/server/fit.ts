import type { WorkspaceKind } from '#contract/ground/codes';
import type { ClientBase } from 'pg';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { requireKnown, schemaState, type SchemaState } from '../../migrations.ts';
import { postgresMigrations } from '../migrate.ts';

/** What an application must know of a server before it asks it anything about cases. */
export interface ServerState {
  readonly kind: WorkspaceKind;
  /** The version of Vigie that it was prepared for. */
  readonly application: string;
  readonly schema: SchemaState;
  /** By how many milliseconds the server's clock is ahead of this computer's. */
  readonly clockAhead: number;
}

/** With more, deadlines in hours and the times of the audit would be wrong. */
const mostClockDifference = 2 * 60_000;

export function isClockFar(milliseconds: number): boolean {
  return Math.abs(milliseconds) > mostClockDifference;
}

/** Throws `server_not_prepared` where this is no database of ours. */
export async function serverState(client: ClientBase, now: () => number): Promise<ServerState> {
  const asked = now();
  const { rows } = await client.query<{ kind: WorkspaceKind; application: string; at: number }>(
    `SELECT kind, application, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at FROM vigie.server`,
  );
  const [server] = rows;
  if (!server) throw new StoreFailure('not_found', 'server_not_prepared');
  const clockAhead = server.at - (asked + now()) / 2;
  const applied = await client.query<{ hash: string }>('SELECT hash FROM public.schema_migration ORDER BY position');
  const { kind, application } = server;
  return { kind, application, schema: schemaState(applied.rows, postgresMigrations(kind)), clockAhead };
}

/** Refuses each way of not fitting by its own reason: nothing was read of any case, and nothing written. */
export function requireFitting({ kind, application, schema, clockAhead }: ServerState, wanted: WorkspaceKind): void {
  if (kind !== wanted) throw new StoreFailure('invalid_input', 'workspace_kind');
  requireKnown(schema);
  if (schema === 'older') throw new StoreFailure('conflict', 'server_schema_older');
  if (application !== applicationVersion) throw new StoreFailure('conflict', 'server_version');
  if (isClockFar(clockAhead)) throw new StoreFailure('conflict', 'server_clock');
}
