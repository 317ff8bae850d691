import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, rootCertificates, TLSSocket } from 'node:tls';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFailure } from '../../../../../db/ground/kernel/failure.ts';
import { connectToServer } from '../../../../../db/store/postgres/server/connect.ts';
import type { ServerPlace } from '#contract/store/server';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../../support/postgres.ts';

describe.skipIf(postgresMissing)(`a connection to the server [${postgresMissing || 'PostgreSQL'}]`, () => {
  let database: TestDatabase;
  let place: ServerPlace;
  let account: { user: string; password: string };
  const servers: Server[] = [];

  beforeAll(async () => {
    database = await newDatabase();
    const { host, port, authority, superuser, password } = database.server;
    place = { hosts: [{ host, port }], database: database.name, trust: { authority } };
    account = { user: superuser, password };
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await database.drop();
  });

  const reasonOf = (changed: Partial<ServerPlace>, as = account, options = {}) =>
    connectToServer({ ...place, ...changed }, as, options).then(
      (client) => client.end().then(() => 'connected'),
      (error: unknown) => (error as { reason?: string }).reason,
    );

  /** A server that answers each connection so, and what it was sent after that. */
  async function answering(answer: string, then = (socket: Socket): Socket => socket) {
    let received = '';
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write(answer);
        const next = then(socket);
        next.on('error', () => undefined);
        next.on('data', (bytes: Buffer) => {
          received += bytes.toString('latin1');
        });
      });
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return { port: (server.address() as AddressInfo).port, received: () => received };
  }
  const at = (port: number) => ({ host: '127.0.0.1', port });

  it('is made over TLS 1.3 to the certificate of the authority, and to the pinned one', async () => {
    const { fingerprint } = database.server;
    for (const trust of [place.trust, { fingerprints: [fingerprint] }]) {
      const client = await connectToServer({ ...place, trust }, account);
      const { rows } = await client.query('SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
      expect(rows).toEqual([{ version: 'TLSv1.3' }]);
      await client.end();
    }
  });

  it('is refused to any other certificate, which is sent nothing', async () => {
    const { folder, fingerprint } = database.server;
    const file = (name: string): Buffer => readFileSync(join(folder, name));
    const secureContext = createSecureContext({ cert: file('server.crt'), key: file('server.key') });
    const impostor = await answering('S', (socket) => new TLSSocket(socket, { isServer: true, secureContext }));
    const hosts = [at(impostor.port)];
    const others = [`${fingerprint.startsWith('0') ? '1' : '0'}${fingerprint.slice(1)}`];
    expect(await reasonOf({ hosts, trust: { fingerprints: others } })).toBe('server_certificate');
    expect(await reasonOf({ hosts, trust: { authority: rootCertificates[0] ?? '' } })).toBe('server_certificate');
    expect(await reasonOf({ trust: { fingerprints: others } })).toBe('server_certificate');
    expect(impostor.received()).toBe('');
    // To the one that is expected it would be: who asks, and for which database.
    void reasonOf({ hosts });
    await expect.poll(impostor.received).toContain(place.database);
  });

  it('is refused to a server without TLS, which is sent nothing', async () => {
    const plain = await answering('N');
    expect(await reasonOf({ hosts: [at(plain.port)] })).toBe('server_plain');
    expect(plain.received()).toBe('');
  });

  it('tells of a wrong account, a missing database and a server that is away', async () => {
    expect(await reasonOf({}, { ...account, password: 'another' })).toBe('server_credentials');
    expect(await reasonOf({ database: 'nowhere' })).toBe('server_not_prepared');
    expect(await reasonOf({ hosts: [at(1)] })).toBe('server_away');
    const rude = await answering('E');
    expect(await reasonOf({ hosts: [at(rude.port)] })).toBe('server_away');
  });

  it('goes to the next host where one is away, and says what the one that answered said', async () => {
    const [host] = place.hosts;
    expect(await reasonOf({ hosts: [at(1), host!] })).toBe('connected');
    expect(await reasonOf({ hosts: [at(1), host!] }, { ...account, password: 'another' })).toBe('server_credentials');
  });

  it('says what became of it afterwards, and nothing of what was asked', async () => {
    const failureOf = async (ask: (client: Client) => Promise<unknown>): Promise<unknown> => {
      const client = await connectToServer(place, account);
      const failure = await ask(client).then(() => null, toFailure);
      await client.end().catch(() => undefined);
      return failure && { code: failure.code, ...(failure.reason && { reason: failure.reason }) };
    };
    const raising = (code: string) =>
      failureOf((client) => client.query(`DO $$ BEGIN RAISE 'words' USING ERRCODE = '${code}'; END $$`));
    expect(await raising('53100')).toEqual({ code: 'busy', reason: 'server_full' });
    expect(await raising('53300')).toEqual({ code: 'busy', reason: 'server_busy' });
    expect(await raising('22000')).toEqual({ code: 'internal' });
    // What its limits of time end.
    for (const code of ['55P03', '57014'])
      expect(await raising(code)).toEqual({ code: 'busy', reason: 'server_locked' });
    const away = { code: 'busy', reason: 'server_away' };
    expect(await raising('25P03')).toEqual(away);
    expect(await failureOf((client) => client.query('SELECT pg_terminate_backend(pg_backend_pid())'))).toEqual(away);
    const cut = async (client: Client): Promise<unknown> => {
      const asked = client.query('SELECT pg_sleep(60)');
      (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
      return asked;
    };
    expect(await failureOf(cut)).toEqual(away);
  });

  it('takes no server that cannot be written to, unless reading is enough', async () => {
    await database.run(`ALTER DATABASE ${database.name} SET default_transaction_read_only = on`);
    expect(await reasonOf({})).toBe('server_standby');
    expect(await reasonOf({}, account, { mayBeStandby: true })).toBe('connected');
    await database.run('SET default_transaction_read_only = off');
    await database.run(`ALTER DATABASE ${database.name} RESET default_transaction_read_only`);
  });

  it('tells of a full server and of a role without rights', async () => {
    const role = `${database.name}_few`;
    await database.run(
      `CREATE ROLE ${role} LOGIN PASSWORD 'few'; REVOKE CONNECT ON DATABASE ${database.name} FROM public`,
    );
    expect(await reasonOf({}, { user: role, password: 'few' })).toBe('server_rights');
    await database.run(`GRANT CONNECT ON DATABASE ${database.name} TO ${role};
      ALTER ROLE ${role} CONNECTION LIMIT 0`);
    expect(await reasonOf({}, { user: role, password: 'few' })).toBe('server_busy');
    await database.run(`REVOKE CONNECT ON DATABASE ${database.name} FROM ${role}; DROP ROLE ${role}`);
  });
});
