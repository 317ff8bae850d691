import type { TLSSocket } from 'node:tls';
import type { ServerPlace, ServerTrust } from '#contract/store/server';
import pg, { type ClientBase, type ClientConfig } from 'pg';
import { StoreFailure, toFailure } from '../../../ground/kernel/failure.ts';

/** A login role of the server, and what the server knows it by. */
export interface ServerAccount {
  readonly user: string;
  readonly password: string;
}

export type Client = ClientBase & { readonly end: () => Promise<void> };
/** Gives a connection of the session's own to the server. */
export type Connect = () => Promise<Client>;

/** The oldest release on which a shared store may run: 15. */
const oldestRelease = 150_000;
const answersWithin = 5000;

/** Inside a client of `pg`, and not in its types: the socket, before and after it is encrypted. */
interface Inner {
  readonly connection: NodeJS.EventEmitter & { readonly stream: TLSSocket };
}

/** What the server does about a desk that is gone, so that it holds up nobody for long; and about what waits for another desk. */
const limits = [
  ...['tcp_keepalives_idle=10', 'tcp_keepalives_interval=5', 'tcp_keepalives_count=3', 'tcp_user_timeout=25000'],
  ...['idle_in_transaction_session_timeout=2min', 'statement_timeout=15min', 'lock_timeout=30s'],
];

function tlsOf(trust: ServerTrust): ClientConfig['ssl'] {
  const settings = { minVersion: 'TLSv1.3' } as const;
  // A pinned certificate need not be signed by anyone: it is compared below, before a byte is sent over it.
  return 'authority' in trust ? { ...settings, ca: trust.authority } : { ...settings, rejectUnauthorized: false };
}

function requirePinned(client: pg.Client, pinned: readonly string[]): void {
  const { connection } = client as unknown as Inner;
  connection.once('sslconnect', () => {
    const { stream } = connection;
    stream.once('secureConnect', () => {
      if (pinned.includes(stream.getPeerCertificate().fingerprint256)) return;
      stream.destroy(Object.assign(new Error('another certificate'), { code: 'ERR_TLS_PINNED' }));
    });
  });
}

async function requireFit(client: pg.Client, mayBeStandby: boolean): Promise<void> {
  const { rows } = await client.query<{
    isStandby: boolean;
    release: number;
  }>(`SELECT current_setting('transaction_read_only') = 'on' AS "isStandby",
    current_setting('server_version_num')::integer AS release`);
  const [{ isStandby, release } = { isStandby: true, release: 0 }] = rows;
  if (release < oldestRelease) throw new StoreFailure('forbidden', 'server_release');
  if (isStandby && !mayBeStandby) throw new StoreFailure('read_only', 'server_standby');
}

type Host = ServerPlace['hosts'][number];

async function connectTo(
  { host, port }: Host,
  { database, trust }: ServerPlace,
  account: ServerAccount,
  mayBeStandby: boolean,
): Promise<pg.Client> {
  const client = new pg.Client({
    host,
    port,
    database,
    ...account,
    ssl: tlsOf(trust),
    enableChannelBinding: true,
    connectionTimeoutMillis: answersWithin,
    keepAlive: true,
    pipeline: true,
    options: limits.map((each) => `-c ${each}`).join(' '),
    application_name: 'vigie',
  });
  // Nothing to do here: the query that waits for an answer fails, or the next one does.
  client.on('error', () => undefined);
  if ('fingerprints' in trust) requirePinned(client, trust.fingerprints);
  try {
    await client.connect();
    await requireFit(client, mayBeStandby);
    return client;
  } catch (error) {
    // Without a goodbye: written to a socket that has just closed it would be an error that nobody waits for.
    (client as unknown as Inner).connection.stream.destroy();
    throw error;
  }
}

/**
 * A connection to the first of the hosts that can be written to (or read, where that is enough), over TLS with the certificate that
 * is expected. Where none will do, the failure is that of the first host that answered.
 */
export async function connectToServer(
  place: ServerPlace,
  account: ServerAccount,
  { mayBeStandby = false } = {},
): Promise<pg.Client> {
  const failures: StoreFailure[] = [];
  for (const host of place.hosts) {
    try {
      return await connectTo(host, place, account, mayBeStandby);
    } catch (error) {
      const { code, reason } = toFailure(error);
      failures.push(new StoreFailure(code, reason));
    }
  }
  throw (
    failures.find(({ reason }) => reason !== 'server_away') ?? failures[0] ?? new StoreFailure('busy', 'server_away')
  );
}
