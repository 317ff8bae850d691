import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { endWith, isRunning, startServer, type ServerAddress } from './postgresServer.ts';

export { postgresMissing, programs } from './postgresServer.ts';

/** The process that starts the workers of a run: they share one server, which ends with it. */
const run = process.env['VITEST_WORKER_ID'] === undefined ? process.pid : process.ppid;
const folder = join(tmpdir(), `vigie-postgres-${String(run)}`);

async function start(): Promise<ServerAddress> {
  endWith(run, folder);
  writeFileSync(join(folder, 'starter'), String(process.pid));
  const address = await startServer(folder);
  writeFileSync(join(folder, 'ready.json.part'), JSON.stringify(address), { mode: 0o600 });
  renameSync(join(folder, 'ready.json.part'), join(folder, 'ready.json'));
  return address;
}

/** Another worker was first: its server, once it is there. */
async function others(): Promise<ServerAddress> {
  const ready = join(folder, 'ready.json');
  const starter = join(folder, 'starter');
  while (!existsSync(ready)) {
    if (existsSync(starter) && !isRunning(Number(readFileSync(starter, 'utf8'))))
      throw new Error('its starter is gone');
    await setTimeout(50);
  }
  return JSON.parse(readFileSync(ready, 'utf8')) as ServerAddress;
}

/** Making a folder succeeds once. */
function isFirst(): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}

let server: Promise<ServerAddress> | undefined;

/** The server of this run: started for the first test file that asks for it. */
export function testServer(): Promise<ServerAddress> {
  server ??= isFirst() ? start() : others();
  return server;
}

export interface TestDatabase {
  readonly server: ServerAddress;
  readonly name: string;
  /** How its superuser, or the login role that is named, reaches it with `pg`. */
  readonly config: (user?: string, password?: string) => ClientConfig;
  /** A connection that `drop` ends. */
  readonly connect: (user?: string, password?: string) => Promise<Client>;
  /** One statement or several, as superuser. */
  readonly run: (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
  readonly drop: () => Promise<void>;
}

function configOf(address: ServerAddress, database: string, user?: string, password?: string): ClientConfig {
  return {
    host: address.host,
    port: address.port,
    database,
    user: user ?? address.superuser,
    password: password ?? address.password,
    ssl: { ca: address.authority, minVersion: 'TLSv1.3' },
    pipeline: true,
  };
}

/** An empty database of its own, which compares text by bytes as SQLite does. Its roles begin with its name, since roles are the whole server's. On the server of the run, or on another one. */
export async function newDatabase(own?: ServerAddress): Promise<TestDatabase> {
  const address = own ?? (await testServer());
  const name = `vigie_${crypto.randomUUID().slice(0, 8)}`;
  const onServer = async (text: string): Promise<void> => {
    const client = new Client(configOf(address, 'postgres'));
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`);
  const clients: Client[] = [];
  const config = (user?: string, password?: string): ClientConfig => configOf(address, name, user, password);
  const connect = async (user?: string, password?: string): Promise<Client> => {
    const client = new Client(config(user, password));
    // A connection that the server ends is a matter of the query that waits for it.
    client.on('error', () => {});
    await client.connect();
    clients.push(client);
    return client;
  };
  let asking: Promise<Client> | undefined;
  return {
    server: address,
    name,
    config,
    connect,
    run: async (text, values) => {
      asking ??= connect().then((client) =>
        client.once('end', () => {
          asking = undefined;
        }),
      );
      const { rows } = await (await asking).query<Record<string, unknown>>(text, values && [...values]);
      return rows;
    },
    drop: async () => {
      await Promise.all(clients.map((client) => client.end()));
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
