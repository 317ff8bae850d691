import { connect } from 'node:net';
import { describe, expect } from 'vitest';
import { newDatabase, postgresMissing } from '../../../../support/postgres.ts';
import { ofFile } from '../../../../support/fixtures/make.ts';

const { it, made: database } = ofFile(newDatabase);

describe.skipIf(postgresMissing)(`the server of the tests [${postgresMissing || 'PostgreSQL'}]`, () => {
  it('speaks TLS 1.3 alone, on loopback, and compares text by bytes', async () => {
    const [session] = await database.run(
      `SELECT version, host(inet_server_addr()) AS host FROM pg_stat_ssl WHERE pid = pg_backend_pid()`,
    );
    expect(session).toEqual({ version: 'TLSv1.3', host: '127.0.0.1' });
    const rows = await database.run(`SELECT word FROM (VALUES ('é'), ('a'), ('Z'), ('z')) AS of (word) ORDER BY word`);
    expect(rows.map(({ word }) => word)).toEqual(['Z', 'a', 'z', 'é']);
  });

  it('lets nobody in without TLS', async () => {
    const client = database.connect(undefined, 'another password');
    await expect(client).rejects.toMatchObject({ code: '28P01' });
    const { host, port } = database.server;
    const answer = await new Promise<string>((done) => {
      const startup = Buffer.from('\0\0\0\0\0\u0003\0\0user\0superuser\0\0', 'latin1');
      startup.writeInt32BE(startup.length, 0);
      const socket = connect(port, host, () => socket.write(startup));
      socket.once('data', (bytes) => {
        done(bytes.toString('latin1'));
        socket.destroy();
      });
    });
    expect(answer).toContain('no encryption');
  });
});
