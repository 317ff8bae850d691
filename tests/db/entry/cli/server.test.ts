import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../db/ground/kernel/clock.ts';
import { applicationVersion } from '../../../../db/ground/kernel/versions.ts';
import { requireFitting, serverState } from '../../../../db/store/postgres/server/fit.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';
import { addPerson } from '../../../support/postgresUnit.ts';
import { documentOf, newPlace, passphrase, vigie, type Place, type Ran } from './support.ts';

describe.skipIf(postgresMissing)(`vigie server [${postgresMissing || 'PostgreSQL'}]`, () => {
  let database: TestDatabase;
  let place: Place;
  let access: readonly string[];
  const run = (command: string, ...more: readonly string[]): Promise<Ran> =>
    vigie(['server', command, ...access, ...more], { input: `${database.server.password}\n`, clock: systemClock });
  const reasonOf = async (ran: Promise<Ran>): Promise<string | undefined> => documentOf(await ran).error?.reason;
  const problems = async (): Promise<unknown> => {
    const ran = await run('check', '--json');
    const { problems: found } = documentOf(ran).value as unknown as { problems: readonly unknown[] };
    expect(ran.exitCode).toBe(found.length === 0 ? 0 : 3);
    return found;
  };

  beforeAll(async () => {
    database = await newDatabase();
    place = newPlace();
    const { host, port, superuser, authority } = database.server;
    const file = place.write('authority.pem', authority);
    access = [
      '--host',
      `${host}:${String(port)}`,
      '--database',
      database.name,
      '--user',
      superuser,
      '--authority',
      file,
    ];
  });
  afterAll(async () => {
    place.dispose();
    await database.drop();
  });

  it('prepares a database and finds all in order, in both languages', async () => {
    expect(await reasonOf(run('check', '--json'))).toBe('server_not_prepared');
    const made = await run('init', '--kind', 'unit');
    expect(made).toMatchObject({ exitCode: 0, err: '' });
    expect(made.out).toBe(`Prepared: ${database.name} (Unit workspace), Vigie ${applicationVersion}
Next: “vigie server check”, then a backup by the server’s own tools.
With other tools, everyone who has an account on this server can read and change every unit’s rows.\n`);
    const checked = await run('check', '--lang', 'fr');
    expect(checked).toMatchObject({ exitCode: 0, err: '' });
    expect(checked.out).toContain('Les droits, l’audit et l’horloge sont en ordre.');
  });

  it('says what is wrong with how it was asked, before it connects', async () => {
    const lines = async (...args: readonly string[]): Promise<string> =>
      (await vigie(['server', 'check', '--database', 'd', '--user', 'u', ...args])).err
        .split('\n')[0]
        ?.replace('vigie: ', '') ?? '';
    expect(await lines('--host', 'h')).toContain('--fingerprint or --authority');
    expect(await lines('--host', 'a b', '--fingerprint', 'x')).toBe('This is not a host: a b');
    expect(await lines('--host', 'h:70000', '--fingerprint', 'x')).toBe('This is not a host: h:70000');
    expect(await lines('--host', 'h', '--fingerprint', 'x')).toContain('32 pairs');
    const empty = place.write('empty.pem', 'x');
    expect(await lines('--host', 'h', '--authority', empty)).toContain('holds no certificate');
  });

  it('is refused by a database that orders text by a language, and changes nothing there', async () => {
    const name = `${database.name}_icu`;
    await database.run(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`);
    const asked = access.map((each) => (each === database.name ? name : each));
    const ran = vigie(['server', 'init', ...asked, '--kind', 'unit', '--json'], {
      input: `${database.server.password}\n`,
    });
    expect(await reasonOf(ran)).toBe('server_database_text');
    expect(await database.run(`SELECT 1 FROM pg_roles WHERE rolname LIKE '${name}%'`)).toEqual([]);
    await database.run(`DROP DATABASE ${name}`);
  });

  it('finds a policy and a function whose text was changed under their own names', async () => {
    await database.run(`ALTER POLICY seen ON note USING (true); ALTER TABLE device DISABLE TRIGGER owe_audit;
      CREATE OR REPLACE FUNCTION vigie.units() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS 'SELECT array_agg(id) FROM public.unit';
      CREATE OR REPLACE VIEW vigie.sealed AS SELECT item_id AS id FROM public.sealed_item`);
    const names = [
      'function vigie.units()',
      'policy public.note seen',
      'trigger device owe_audit',
      'view vigie.sealed',
    ];
    expect(await problems()).toEqual([{ code: 'definitions_changed', names }]);
    expect((await run('init', '--kind', 'unit')).exitCode).toBe(0);
    expect(await problems()).toEqual([]);
  });

  it('finds what was changed by hand, and restores the rights by preparing again', async () => {
    const { name } = database;
    const people = `${name}_user`;
    const { role } = await addPerson(database, 'clerk', ['investigator'], []);
    await database.run(`SELECT vigie.append_audit((extract(epoch FROM now()) * 1000)::bigint, NULL, 'notes.add', 'done', NULL, NULL,
      '{}', '[]', '{}'); CREATE TEMP TABLE kept AS SELECT * FROM audit_entry`);
    expect(await problems()).toEqual([]);
    await database.run(`ALTER TABLE referral DISABLE ROW LEVEL SECURITY; DROP POLICY unsealed_delete ON note;
      GRANT TRUNCATE ON person TO ${people}; GRANT UPDATE ON audit_value TO ${people}; GRANT SELECT ON task TO public;
      GRANT SELECT ON note TO pg_monitor; GRANT EXECUTE ON FUNCTION lo_create(oid) TO public;
      GRANT TEMP ON DATABASE ${name} TO public; ALTER FUNCTION vigie.units() RESET search_path;
      ALTER ROLE ${role} BYPASSRLS; UPDATE audit_entry SET at = 1`);
    expect(await problems()).toEqual([
      { code: 'database_public', names: ['TEMPORARY', 'lo_create'] },
      { code: 'people_powerful', names: [role] },
      { code: 'audit_chain', names: ['1'] },
      { code: 'audit_times', names: ['1'] },
      {
        code: 'definitions_changed',
        names: [
          ...['function vigie.units()', 'policy public.note unsealed_delete'],
          ...['rights audit_value', 'rights note', 'rights person', 'rights referral', 'rights task'],
        ],
      },
    ]);
    // Neither what people may do elsewhere on the server nor what was recorded is this command’s to restore.
    await database.run(`DELETE FROM audit_entry; ALTER ROLE ${role} NOBYPASSRLS; GRANT ${name}_owner TO ${role}`);
    expect((await run('init', '--kind', 'unit')).exitCode).toBe(0);
    expect(await problems()).toEqual([
      { code: 'people_powerful', names: [role] },
      { code: 'audit_head', names: ['1'] },
    ]);
    await database.run(`REVOKE ${name}_owner FROM ${role}; INSERT INTO audit_entry SELECT * FROM kept`);
    expect(await problems()).toEqual([]);
  });

  it('lets no application in whose version, tables or clock are others', async () => {
    const client = await database.connect();
    const refusal = async (now = Date.now, kind: 'unit' | 'coordination' = 'unit') => {
      const state = await serverState(client, now);
      try {
        requireFitting(state, kind);
        return 'fits';
      } catch (error) {
        const { code, reason } = error as { code: string; reason?: string };
        return reason ?? code;
      }
    };
    expect(await refusal()).toBe('fits');
    expect(await refusal(Date.now, 'coordination')).toBe('workspace_kind');
    expect([await refusal(() => Date.now() - 180_000), await refusal(() => Date.now() + 180_000)]).toEqual([
      'server_clock',
      'server_clock',
    ]);
    const within = async (text: string): Promise<string> => {
      await client.query('BEGIN');
      await client.query(text);
      const answer = await refusal();
      await client.query('ROLLBACK');
      return answer;
    };
    expect(await within(`UPDATE vigie.server SET application = '0.0.1'`)).toBe('server_version');
    expect(await within('DELETE FROM schema_migration')).toBe('server_schema_older');
    expect(await within(`INSERT INTO schema_migration VALUES (99, 'x', 'x', 1)`)).toBe('newer_schema');
    expect(await within(`UPDATE schema_migration SET hash = 'x'`)).toBe('migration_unknown');
  });

  it('makes the workspace once, and writes its connection file', async () => {
    const phrase = ['--passphrase-file', place.write('phrase', passphrase)];
    const folder = place.at('Shared.vigie');
    const wanted = ['--kind', 'unit', '--workspace', folder];
    const unnamed = await run('init', ...wanted);
    expect([unnamed.exitCode, unnamed.err]).toEqual([2, expect.stringContaining('--login')]);
    const made = documentOf(await run('init', ...wanted, '--login', 'admin', ...phrase, '--json')).value;
    expect(made).toMatchObject({ folder, kind: 'unit' });
    expect(readdirSync(folder)).toEqual(['server.json']);
    expect(await reasonOf(run('init', ...wanted, '--login', 'admin', ...phrase, '--json'))).toBe('workspace_exists');
    const other = ['--kind', 'unit', '--workspace', place.at('Other.vigie')];
    expect(await reasonOf(run('init', ...other, '--login', 'admin', ...phrase, '--json'))).toBe('workspace_exists');
  });
});
