import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { systemClock } from '../../db/ground/kernel/clock.ts';
import { passphrase, vigie } from '../db/entry/cli/support.ts';
import { freePort, newServerFolder, ownerOf, postgresMissing, programs } from '../support/postgresServer.ts';
import { isWhole } from '../support/whole.ts';

const guide = readFileSync(resolve(import.meta.dirname, '../../docs/server.md'), 'utf8');
/** As printed, in their order. */
const blocks = [...guide.matchAll(/^```\n([^`]+)```$/gm)].map(([, text = '']) => text);
const blockWith = (part: string): string => {
  const found = blocks.filter((text) => text.includes(part));
  expect([part, found.length]).toEqual([part, 1]);
  return found[0] ?? '';
};

const folder = newServerFolder();
const owner = ownerOf();
const inFolder = (...names: readonly string[]): string => join(folder, ...names);
/** To which the restore goes back. */
let moment = '';
const day = new Date().toISOString().slice(0, 10);

interface Server {
  readonly data: string;
  readonly port: number;
}
const started: Server[] = [];

/** What the guide leaves to its reader: names of hosts, places and days, and a port for each of the servers of one machine. */
const here = (text: string, { data, port }: Server): string =>
  text
    .replaceAll('--host db2.example ', '')
    .replaceAll('--host db1.example', `--host localhost:${String(port)}`)
    .replaceAll('host=db1.example', `host=localhost port=${String(port)}`)
    .replaceAll('db1.example', 'localhost')
    .replaceAll('/etc/ssl/authority.pem', inFolder('server.crt'))
    .replaceAll('/var/lib/postgresql/17/main', data)
    // They are run as the server's own user.
    .replaceAll('-o postgres -g postgres ', '')
    .replaceAll('/backup', inFolder('backup'))
    .replaceAll('2027-03-01 12:00:00-05', moment)
    .replaceAll('2027-03-01', day)
    .replaceAll('-C data', `-C ${data}`)
    .replaceAll(' data', ` ${data}`)
    .replaceAll('=data ', `=${data} `)
    .replaceAll('<network>', '127.0.0.1/32');

/** As the system's user of the server, on its machine. */
function run(text: string, server: Server): string {
  const environment = {
    PATH: `${programs()}:${process.env['PATH'] ?? ''}`,
    PGHOST: folder,
    PGUSER: 'postgres',
    HOME: folder,
  };
  const env = { ...process.env, ...environment, PGPORT: String(server.port), PGPASSWORD: 'secret of it' };
  const ran = spawnSync('sh', ['-ec', here(text, server)], { ...owner, cwd: folder, env, encoding: 'utf8' });
  expect([text, ran.status, ran.stderr]).toEqual([text, 0, expect.any(String)]);
  return ran.stdout;
}

const sql = (text: string, server: Server): string =>
  run(`psql --no-psqlrc --set=ON_ERROR_STOP=1 --tuples-only --quiet postgres <<'END'\n${text}\nEND`, server);

function start(server: Server): void {
  started.push(server);
  for (const name of ['server.crt', 'server.key'].filter((each) => !existsSync(join(server.data, each)))) {
    copyFileSync(inFolder(name), join(server.data, name));
    if (owner) chownSync(join(server.data, name), owner.uid, owner.gid);
  }
  chmodSync(join(server.data, 'server.key'), 0o600);
  const own = `listen_addresses = 'localhost'\nport = ${String(server.port)}\nunix_socket_directories = '${folder}'\n`;
  appendFileSync(join(server.data, 'postgresql.conf'), own);
  run(
    `pg_ctl --pgdata=${server.data} --log=${inFolder(`log ${String(server.port)}`).replace(' ', '-')} --wait start`,
    server,
  );
}

async function cluster(name: string, installing = ''): Promise<Server> {
  const server = { data: inFolder(name), port: await freePort() };
  run(`initdb --pgdata=${server.data} --username=postgres --auth=trust >/dev/null`, server);
  appendFileSync(join(server.data, 'postgresql.conf'), here(blockWith('listen_addresses'), server));
  writeFileSync(
    join(server.data, 'pg_hba.conf'),
    `local all all trust\nlocal replication all trust\n${here(blockWith('hostssl vigie'), server)}`,
  );
  run(installing, server);
  start(server);
  return server;
}

async function vigieAsPrinted(line: string, server: Server): Promise<void> {
  const words = here(line, server).replace('Unit.vigie', inFolder('Unit.vigie')).split(' ').slice(1);
  const files = ['--password-file', inFolder('password')];
  const phrase = line.includes(' init ') ? ['--passphrase-file', inFolder('phrase')] : [];
  const ran = await vigie(
    [...words, ...files, ...phrase].map((word) => word.replace(/^authority/, inFolder('authority'))),
    {
      clock: systemClock,
    },
  );
  expect([ran.exitCode, ran.err.replace(/^Passphrase of the first.*\n/, '')]).toEqual([0, '']);
}

afterAll(() => {
  for (const { data } of started)
    if (existsSync(join(data, 'postmaster.pid')))
      process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
});

/** Servers of its own: `npm run test:all`. */
it.skipIf(postgresMissing || !isWhole)(
  `the commands of the server guide work as printed [${postgresMissing || 'PostgreSQL'}]`,
  async () => {
    if (owner) chownSync(folder, owner.uid, owner.gid);
    const nowhere = { data: '', port: 0 };
    const [install = '', ...making] = blockWith('apt-get').trim().split('\n');
    expect(install).toBe('apt-get install postgresql');
    expect(run(making.join('\n'), nowhere)).toMatch(/Fingerprint=([0-9A-F]{2}:){31}/);
    copyFileSync(inFolder('server.crt'), inFolder('authority.pem'));
    writeFileSync(inFolder('password'), 'secret of it\n');
    writeFileSync(inFolder('phrase'), `${passphrase} of a guide\n`);
    const primary = await cluster('primary', blockWith('install -d'));
    // It asks for a password at a terminal.
    sql(
      blockWith('CREATE DATABASE').replaceAll(/^\\password (\w+)$/gm, `ALTER ROLE $1 PASSWORD 'secret of it';`),
      primary,
    );
    const [init = '', check = ''] = blockWith('vigie server init').trim().split('\n');
    await vigieAsPrinted(init, primary);
    await vigieAsPrinted(check, primary);

    run(blockWith('pg_basebackup --pgdata'), primary);
    run(blockWith('pg_dumpall'), primary);
    moment = new Date().toISOString().replace('T', ' ').replace('Z', '+00');
    // The archive has a change from after that moment, or it would not be reached.
    const last = sql('CREATE TABLE later (x int);\nSELECT pg_walfile_name(pg_switch_wal());', primary).trim();
    while (!existsSync(inFolder('backup/wal', last))) await setTimeout(50);
    const head = run(blockWith('audit_head'), primary);
    expect(head).toMatch(/[0-9a-f]{64}/);

    const restored = { data: inFolder('restored'), port: await freePort() };
    run(blockWith('recovery.signal'), restored);
    appendFileSync(join(restored.data, 'postgresql.conf'), here(blockWith('restore_command'), restored));
    start(restored);
    expect(run(blockWith('audit_head'), restored)).toBe(head);

    const copied = await cluster('copied');
    run(blockWith('roles.sql postgres'), copied);
    await vigieAsPrinted(check, copied);
    expect(run(blockWith('audit_head'), copied)).toBe(head);

    const standby = { data: inFolder('standby'), port: await freePort() };
    const [copy = ''] = blockWith('write-recovery-conf').trim().split('\n');
    run(here(copy, { ...primary, data: standby.data }), standby);
    start(standby);
    while (!sql(blockWith('pg_stat_replication'), primary).includes('| sync')) await setTimeout(50);
    execFileSync('kill', ['-9', readFileSync(join(primary.data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '']);
    started.splice(started.indexOf(primary), 1);
    sql('SELECT pg_promote();', standby);
    await vigieAsPrinted(check, standby);
  },
);
