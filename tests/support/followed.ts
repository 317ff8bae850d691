import type { ServerPlace } from '#contract/store/server';
import { connectToServer } from '../../db/store/postgres/server/connect.ts';
import type { TestDatabase } from './postgres.ts';
import { newServerFolder, startStandby, type ServerAddress } from './postgresServer.ts';

export interface Followed {
  /** With both hosts, as a desk names them. */
  readonly place: ServerPlace;
  readonly standby: ServerAddress;
  /** What the data centre does once the primary is gone. */
  readonly promote: () => Promise<void>;
  /** Whether the standby has all that the primary has written. */
  readonly isLevel: () => Promise<boolean>;
}

interface Following {
  /** A write is confirmed once both have it. */
  readonly isSynchronous?: boolean;
  /** Where the standby reaches its primary, where a test is between. */
  readonly port?: number;
}

/** The server of this database gets a standby. */
export async function followed(
  database: TestDatabase,
  { isSynchronous = true, port = database.server.port }: Following = {},
): Promise<Followed> {
  const primary = { ...database.server };
  const standby = await startStandby(newServerFolder(), { ...primary, port });
  if (isSynchronous)
    for (const setting of [`synchronous_standby_names = '*'`, `synchronous_commit = 'remote_apply'`])
      await database.run(`ALTER SYSTEM SET ${setting}`);
  await database.run('SELECT pg_reload_conf()');
  const servers = [primary, standby];
  const place = {
    hosts: servers.map(({ host, port }) => ({ host, port })),
    database: database.name,
    trust: { fingerprints: servers.map(({ fingerprint }) => fingerprint) },
  };
  const promote = async (): Promise<void> => {
    const account = { user: primary.superuser, password: primary.password };
    const client = await connectToServer(place, account, { mayBeStandby: true });
    await client.query('SELECT pg_promote()');
    await client.end();
  };
  const isLevel = async (): Promise<boolean> => {
    const [row] = await database.run(
      'SELECT bool_and(replay_lsn = pg_current_wal_lsn()) AS level FROM pg_stat_replication',
    );
    return row?.['level'] === true;
  };
  return { place, standby, promote, isLevel };
}
