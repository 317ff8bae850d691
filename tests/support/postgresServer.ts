import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The oldest release that the shared store accepts. */
const oldest = 15;

/** Debian keeps each release in a folder of its own, elsewhere they are on the path. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const releases = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isInteger) : [];
  const folders = [
    ...releases.sort((a, b) => b - a).map((release) => join(debian, String(release), 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && releaseOf(folder) >= oldest);
}

function releaseOf(folder: string): number {
  const { output } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\d+/.exec(String(output))?.[0] ?? 0);
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** The server refuses to run as root: then it runs as the system's own user for it. */
export function ownerOf(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (what: string): number => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function reasonNotToRun(): string {
  if (process.platform === 'win32') return 'a private server is not started on Windows';
  if (binaries() === undefined) return `PostgreSQL ${String(oldest)} or later is not installed`;
  if (spawnSync('openssl', ['version']).status !== 0) return 'openssl is not installed';
  return process.getuid?.() === 0 && spawnSync('id', ['postgres']).status !== 0 ? 'there is no user postgres' : '';
}

/** Empty where a server can be started; otherwise why not, for the names of the tests that are then not run. */
export const postgresMissing = reasonNotToRun();

/** The folder of PostgreSQL's programs. */
export function programs(): string {
  const folder = binaries();
  if (folder === undefined) throw new Error(postgresMissing);
  return folder;
}

export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
  readonly password: string;
  /** The authority that signed the server's certificate, and the certificate's SHA-256. */
  readonly authority: string;
  readonly fingerprint: string;
  /** With its certificates, keys and log. */
  readonly folder: string;
  /** Of its postmaster. */
  readonly pid: number;
}

/** An authority of its own, and a certificate for loopback that it signed. */
function makeCertificates(folder: string): { readonly authority: string; readonly fingerprint: string } {
  const path = (name: string): string => join(folder, name);
  const request = (name: string, subject: string, ...more: readonly string[]): void => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', path(`${name}.key`)];
    const about = ['-out', path(`${name}.crt`), '-days', '30', '-subj', `/CN=${subject}`];
    execFileSync('openssl', ['req', '-x509', ...key, ...about, ...more], { stdio: 'pipe' });
  };
  request('authority', 'Vigie tests');
  const signed = ['-CA', path('authority.crt'), '-CAkey', path('authority.key')];
  const names = [
    '-addext',
    'subjectAltName=IP:127.0.0.1,DNS:localhost',
    '-addext',
    'basicConstraints=critical,CA:FALSE',
  ];
  request('server', 'localhost', ...signed, ...names);
  return {
    authority: readFileSync(path('authority.crt'), 'utf8'),
    fingerprint: new X509Certificate(readFileSync(path('server.crt'))).fingerprint256,
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Until the postmaster says that it is ready; it ends where it cannot start. */
async function untilReady(data: string, log: string, pid: number): Promise<void> {
  const status = join(data, 'postmaster.pid');
  const isReady = (said: string): boolean => said.startsWith(`${String(pid)}\n`) && /^ready\s*$/m.test(said);
  while (!existsSync(status) || !isReady(readFileSync(status, 'utf8'))) {
    if (!isRunning(pid)) throw new Error(readFileSync(log, 'utf8'));
    await setTimeout(20);
  }
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '160',
  shared_buffers: '64MB',
  ssl: 'on',
  ssl_min_protocol_version: 'TLSv1.3',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_min_messages: 'warning',
};

/** Tests lose nothing by a cut of power, but for those about it. */
const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The folder with its certificates, which is the server's owner's. */
function furnish(folder: string, owner: Owner | undefined): Pick<ServerAddress, 'authority' | 'fingerprint'> {
  const certificates = makeCertificates(folder);
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  if (owner)
    for (const path of [folder, ...readdirSync(folder).map((name) => join(folder, name))])
      chownSync(path, owner.uid, owner.gid);
  chmodSync(join(folder, 'server.key'), 0o600);
  return certificates;
}

/** Its owner has no right to another user's home, where a client's certificate is looked for. */
const environment = (folder: string): NodeJS.ProcessEnv => ({ ...process.env, HOME: folder });

async function launch(
  folder: string,
  owner: Owner | undefined,
  more: Readonly<Record<string, string>>,
  samePort?: number,
): Promise<Pick<ServerAddress, 'host' | 'port' | 'folder' | 'pid'>> {
  const [data, log] = [join(folder, 'data'), join(folder, 'log')];
  const port = samePort ?? (await freePort());
  const files = { ssl_cert_file: join(folder, 'server.crt'), ssl_key_file: join(folder, 'server.key') };
  const all = { ...settings, ...files, ...more, port: String(port) };
  const output = openSync(log, 'w');
  const postmaster = spawn(
    join(programs(), 'postgres'),
    ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...owner, cwd: data, env: environment(folder), detached: true, stdio: ['ignore', output, output] },
  );
  postmaster.unref();
  if (postmaster.pid === undefined) throw new Error('the server did not start');
  await untilReady(data, log, postmaster.pid);
  return { host: '127.0.0.1', port, folder, pid: postmaster.pid };
}

/**
 * A cluster of its own in the empty folder, on loopback alone and over TLS alone. It runs until its postmaster is ended.
 * @param durable whether what was confirmed outlives a cut of power
 */
export async function startServer(folder: string, { durable = false } = {}): Promise<ServerAddress> {
  const superuser = 'superuser';
  const password = crypto.randomUUID();
  const owner = ownerOf();
  writeFileSync(join(folder, 'password'), password);
  const certificates = furnish(folder, owner);
  const data = join(folder, 'data');
  const cluster = ['--pgdata', data, '--no-sync', '--locale=C', '--encoding=UTF8', '--auth=scram-sha-256'];
  execFileSync(
    join(programs(), 'initdb'),
    [...cluster, '--username', superuser, '--pwfile', join(folder, 'password')],
    { ...owner, stdio: 'pipe' },
  );
  writeFileSync(
    join(data, 'pg_hba.conf'),
    'hostssl all all 127.0.0.1/32 scram-sha-256\nhostssl replication all 127.0.0.1/32 scram-sha-256\n',
  );
  return { ...(await launch(folder, owner, durable ? {} : unsafe)), ...certificates, superuser, password };
}

/** Once it is gone: the same server again, which keeps what was confirmed. */
export async function startAgain(server: ServerAddress): Promise<ServerAddress> {
  for (;;) {
    // What a killed server has started ends a little after it, and until then no other one starts.
    await setTimeout(50);
    const again = await launch(server.folder, ownerOf(), {}, server.port).catch(() => null);
    if (again) return { ...server, ...again };
  }
}

/** A server that follows the other one, with a certificate of its own. */
export async function startStandby(folder: string, primary: ServerAddress): Promise<ServerAddress> {
  const owner = ownerOf();
  const certificates = furnish(folder, owner);
  const followed = {
    host: primary.host,
    port: String(primary.port),
    user: primary.superuser,
    password: primary.password,
    sslmode: 'verify-ca',
    sslrootcert: join(primary.folder, 'authority.crt'),
  };
  const source = Object.entries(followed).map(([name, value]) => `${name}=${value}`);
  const copy = ['--pgdata', join(folder, 'data'), '--write-recovery-conf', '--checkpoint=fast', '--no-sync'];
  // Not waited for in the thread: a test may be on the way to the primary.
  await promisify(execFile)(join(programs(), 'pg_basebackup'), [...copy, '--dbname', source.join(' ')], {
    ...owner,
    env: environment(folder),
  });
  const { superuser, password } = primary;
  return { ...(await launch(folder, owner, {})), ...certificates, superuser, password };
}

/** Ends the server and removes its folder once the process is gone, however it went. */
export function endWith(process_: number, folder: string): void {
  const script = `while kill -0 "$1" 2>/dev/null; do sleep 0.3; done
pid=$(head -n 1 "$2/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" && while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
rm -rf "$2"`;
  const guard = spawn('sh', ['-c', script, 'sh', String(process_), folder], { detached: true, stdio: 'ignore' });
  guard.unref();
}

/** An empty folder for a server of a test's own, which goes with the test's process. */
export function newServerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-postgres-'));
  endWith(process.pid, folder);
  return folder;
}
