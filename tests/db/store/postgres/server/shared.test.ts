import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkServer } from '../../../../../db/store/postgres/server/check.ts';
import { prepareServer } from '../../../../../db/store/postgres/server/prepare.ts';
import { postgresMissing } from '../../../../support/postgres.ts';
import { addPerson, sharedUnits, type SharedUnits } from '../../../../support/postgresUnit.ts';

describe.skipIf(postgresMissing)(`what all accounts share of a server [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: SharedUnits;
  let root: Client;
  const entry = (): Promise<Client> => shared.connect(`${shared.name}_entry`, 'of the file');
  const as = (login: string): Client => shared.people[login]!.client;

  beforeAll(async () => {
    shared = await sharedUnits();
    root = await shared.connect();
    await root.query(`ALTER ROLE ${shared.name}_entry LOGIN PASSWORD 'of the file'`);
    await root.query(`INSERT INTO vigie.slot VALUES ($1, 'sealed')`, [shared.people['alpha']!.id]);
  });
  afterAll(() => shared.drop());

  const asked = `SELECT vigie.ask_entry('alpha') AS given`;
  const taken = `SELECT sealed FROM vigie.entry_slot('alpha')`;
  const kept = async (): Promise<number> => (await root.query('SELECT 1 FROM vigie.entry_log')).rowCount ?? 0;

  it('gives a slot for what was asked and kept, and not within a transaction that can be taken back', async () => {
    const [thief, other] = [await entry(), await entry()];
    for (const before of ['', 'SAVEPOINT one']) {
      await thief.query(`BEGIN; ${before}`);
      await thief.query(asked);
      if (before) await thief.query('RELEASE one');
      expect((await thief.query(taken)).rows).toEqual([{ sealed: null }]);
      await thief.query('ROLLBACK');
      expect([await kept(), (await thief.query(taken)).rows]).toEqual([0, [{ sealed: null }]]);
    }
    await thief.query(asked);
    expect((await thief.query(taken)).rows).toEqual([{ sealed: 'sealed' }]);
    expect([await kept(), (await other.query(taken)).rows]).toEqual([1, [{ sealed: null }]]);
  });

  it('lets one who asks and stays there hold up nobody who signs in', async () => {
    const [idle, other] = [await entry(), await entry()];
    await root.query(`INSERT INTO vigie.entry_log (at, is_given) VALUES (now() - interval '500 days', true)`);
    await idle.query('BEGIN');
    await idle.query(asked);
    await other.query(`SET lock_timeout = '2s'`);
    expect((await other.query(asked)).rows).toEqual([{ given: true }]);
    await idle.query('ROLLBACK');
    await other.query(asked);
    expect((await root.query(`SELECT 1 FROM vigie.entry_log WHERE at < now() - interval '400 days'`)).rowCount).toBe(0);
  });

  it('has room for others when one account opens all the connections that it may', async () => {
    const { role, password } = await addPerson(shared, 'greedy', [], []);
    const connected = 1;
    const open: Client[] = [];
    const until = (user: string, secret: string): Promise<number> =>
      shared.connect(user, secret).then(
        (client) => (open.push(client) < 60 ? until(user, secret) : open.length),
        (error: unknown) => {
          expect(error).toMatchObject({ code: '53300' });
          return open.length;
        },
      );
    expect(connected + (await until(role, password))).toBe(20);
    await Promise.all(open.splice(0).map((client) => client.end()));
    const limits = await root.query('SELECT rolconnlimit FROM pg_roles WHERE rolname = $1', [`${shared.name}_entry`]);
    expect(limits.rows).toEqual([{ rolconnlimit: 40 }]);
  });

  it('limits at its next preparation the accounts that were made before there was a limit', async () => {
    const { role } = await addPerson(shared, 'early', [], []);
    const removed = await addPerson(shared, 'gone', [], []);
    await root.query(`SELECT vigie.dismiss($1)`, [removed.id]);
    for (const each of [role, removed.role]) await root.query(`ALTER ROLE ${each} CONNECTION LIMIT -1`);
    const found = async () =>
      (await checkServer(root, () => Date.now())).problems.filter(({ code }) => code === 'people_unlimited');
    expect(await found()).toEqual([{ code: 'people_unlimited', names: [role] }]);
    await prepareServer(root, 'unit', 1);
    const limits = await root.query('SELECT rolconnlimit FROM pg_roles WHERE rolname = $1', [role]);
    expect([limits.rows, await found()]).toEqual([[{ rolconnlimit: 20 }], []]);
  });

  it('gives the account of the connection file its settings back, which it can change itself', async () => {
    const [thief, name] = [await entry(), `${shared.name}_entry`];
    await thief.query('ALTER ROLE CURRENT_USER SET default_transaction_read_only = on');
    const settings = 'SELECT rolconfig FROM pg_roles WHERE rolname = $1';
    expect((await root.query(settings, [name])).rows).toEqual([{ rolconfig: ['default_transaction_read_only=on'] }]);
    await prepareServer(root, 'unit', 1);
    expect((await root.query(settings, [name])).rows).toEqual([{ rolconfig: null }]);
  });

  it('has a limit to what one query writes on its disk, which nobody lifts', async () => {
    const alpha = await shared.connect(shared.people['alpha']!.role, shared.people['alpha']!.password);
    expect((await alpha.query('SHOW temp_file_limit')).rows).toEqual([{ temp_file_limit: '4GB' }]);
    for (const text of [
      'SET temp_file_limit = -1',
      'ALTER ROLE CURRENT_USER SET temp_file_limit = -1',
      'ALTER ROLE CURRENT_USER CONNECTION LIMIT -1',
      // Beside all tables, and into its log of changes and every archive of it.
      `SELECT pg_logical_emit_message(false, 'x', 'y')`,
      `SELECT setval('vigie.search_number', 1)`,
    ])
      await expect(alpha.query(text), text).rejects.toMatchObject({ code: '42501' });
  });

  it('shows in its catalogues who is connected, and not what they ask', async () => {
    const beta = as('beta');
    await beta.query(`BEGIN; SELECT 'of beta' FROM referral FOR UPDATE`);
    for (const client of [as('alpha'), await entry()]) {
      const { rows } = await client.query<{ usename: string; query: string }>(
        'SELECT usename, query FROM pg_stat_activity WHERE usename IS NOT NULL AND usename <> current_user',
      );
      expect(rows.map(({ usename }) => usename)).toContain(shared.people['beta']!.role);
      expect([...new Set(rows.map(({ query }) => query))]).toEqual(['<insufficient privilege>']);
    }
    await root.query('ANALYZE');
    const ofTables = `SELECT DISTINCT tablename FROM pg_stats WHERE schemaname IN ('public', 'vigie') ORDER BY 1`;
    expect((await as('alpha').query(ofTables)).rows).toEqual(
      ['schema_migration', 'server'].map((tablename) => ({ tablename })),
    );
    const stops = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${shared.people['beta']!.role}'`;
    await expect(as('alpha').query(stops)).rejects.toMatchObject({ code: '42501' });
    await beta.query('ROLLBACK');
  });
});
