import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkServer } from '../../../../../db/store/postgres/server/check.ts';
import { connectToServer } from '../../../../../db/store/postgres/server/connect.ts';
import { postgresMissing, programs } from '../../../../support/postgres.ts';
import { newServerFolder, startServer, startStandby, type ServerAddress } from '../../../../support/postgresServer.ts';
import { addPerson, prepared } from '../../../../support/postgresUnit.ts';
import { isWhole } from '../../../../support/whole.ts';

const accountOf = ({ superuser, password }: ServerAddress) => ({ user: superuser, password });
const placeOf = (servers: readonly ServerAddress[], database: string) => ({
  hosts: servers.map(({ host, port }) => ({ host, port })),
  database,
  trust: { fingerprints: servers.map(({ fingerprint }) => fingerprint) },
});

/** Servers of their own: `npm run test:all`. */
describe.skipIf(postgresMissing || !isWhole)(`a server that is lost [${postgresMissing || 'PostgreSQL'}]`, () => {
  it('comes back elsewhere from a dump and its roles, with every right as it was', async () => {
    const database = await prepared('unit');
    const clerk = await addPerson(database, 'clerk', ['investigator'], []);
    const { name, server } = database;
    const another = await startServer(newServerFolder());
    const run = (program: string, address: ServerAddress, ...args: readonly string[]): string => {
      const { stdout, stderr, status } = spawnSync(
        join(programs(), program),
        ['-h', address.host, '-p', String(address.port), '-U', address.superuser, ...args],
        {
          env: { ...process.env, PGPASSWORD: address.password },
          encoding: 'utf8',
          maxBuffer: 2 ** 28,
        },
      );
      expect([program, status, stderr]).toEqual([program, 0, expect.any(String)]);
      return stdout;
    };
    const folder = newServerFolder();
    run('pg_dumpall', server, '--roles-only', `--file=${join(folder, 'roles.sql')}`);
    run('pg_dump', server, '--format=custom', `--file=${join(folder, 'vigie.dump')}`, name);
    run('psql', another, `--file=${join(folder, 'roles.sql')}`, 'postgres');
    // The roles came with their passwords, the superuser's too.
    const restored = { ...another, password: server.password };
    run('pg_restore', restored, '--create', '--dbname=postgres', join(folder, 'vigie.dump'));
    const client = await connectToServer(placeOf([restored], name), accountOf(restored));
    const report = await checkServer(client, Date.now);
    expect(report).toMatchObject({ people: 1, schema: 'same', problems: [] });
    await client.end();
    const own = await connectToServer(placeOf([restored], name), { user: clerk.role, password: clerk.password });
    expect((await own.query('SELECT vigie.person() AS id')).rows).toEqual([{ id: clerk.id }]);
    await own.end();
    await database.drop();
    process.kill(another.pid, 'SIGQUIT');
  });

  it('is replaced by its standby once that is promoted, and not before', async () => {
    const primary = await startServer(newServerFolder(), { durable: true });
    const standby = await startStandby(newServerFolder(), primary);
    const account = accountOf(primary);
    const both = placeOf([standby, primary], 'postgres');
    const portOf = async (): Promise<unknown> => {
      const client = await connectToServer(both, account);
      const { rows } = await client.query<{ port: string }>(`SELECT current_setting('port') AS port`);
      await client.end();
      return Number(rows[0]?.port);
    };
    expect(await portOf()).toBe(primary.port);
    const alone = connectToServer(placeOf([standby], 'postgres'), account);
    await expect(alone).rejects.toMatchObject({ reason: 'server_standby' });
    process.kill(primary.pid, 'SIGKILL');
    await expect(connectToServer(both, account)).rejects.toMatchObject({ reason: 'server_standby' });
    const client = await connectToServer(both, account, { mayBeStandby: true });
    await client.query('SELECT pg_promote()');
    await client.end();
    expect(await portOf()).toBe(standby.port);
    process.kill(standby.pid, 'SIGQUIT');
  });
});
