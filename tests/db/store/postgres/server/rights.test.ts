import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleOf } from '../../../../../db/store/postgres/server/tableRules.ts';
import { storedTables, type StoredTable } from '../../../../../db/store/postgres/server/tables.ts';
import { giveAccess } from '../../../../support/giveAccess.ts';
import { postgresMissing } from '../../../../support/postgres.ts';
import {
  addPerson,
  insertAny,
  prepared,
  sharedUnits,
  units,
  type Person,
  type SharedUnits,
} from '../../../../support/postgresUnit.ts';

const tables = storedTables('unit');
const byUnit = tables.filter((table) => ruleOf(table).name === 'unit');
/** Those whose rows need no other row to be seen. */
const hidden = tables.filter(
  (table) =>
    ruleOf(table).unsealed?.includes('vigie.sealed)') && !['parents', 'two units'].includes(ruleOf(table).name),
);

describe('the rules of the tables', () => {
  it('name every table of both kinds, and refuse one that none names', () => {
    for (const kind of ['unit', 'coordination'] as const) {
      const named = storedTables(kind).map((table) => [table.name, ruleOf(table).name]);
      expect(named.length).toBeGreaterThan(50);
    }
    const unknown: StoredTable = { name: 'rumour', hasCases: true, isCommon: false, columns: [], key: [] };
    expect(() => ruleOf(unknown)).toThrow('rumour: no rule says who sees it');
  });

  it('are by unit for nearly all of a case', () => {
    expect(byUnit.length).toBeGreaterThan(45);
    expect(hidden.length).toBeGreaterThan(30);
  });
});

describe.skipIf(postgresMissing)(
  `a person with SQL and their own password [${postgresMissing || 'PostgreSQL'}]`,
  () => {
    let shared: SharedUnits;
    let root: Client;
    const as = (login: string): Client => shared.people[login]!.client;
    /** In a transaction that is taken back. */
    const tried = async (client: Client, text: string, values: unknown[] = []) => {
      await client.query('BEGIN');
      try {
        return await client.query<Record<string, unknown>>(text, values);
      } finally {
        await client.query('ROLLBACK');
      }
    };
    const refusal = (client: Client, text: string): Promise<string> =>
      tried(client, text).then(
        ({ rows }) => `not refused: ${JSON.stringify(rows)}`,
        (error: unknown) => (error as { code: string }).code,
      );
    const count = async (client: Client, table: string): Promise<number> =>
      Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM "${table}"`)).rows[0]?.n);

    beforeAll(async () => {
      shared = await sharedUnits();
      root = await shared.connect();
      for (const table of byUnit)
        for (const unit of [units.alpha, units.beta]) {
          // What is searched makes entries by itself.
          if (table.name === 'search_entry') await root.query('DELETE FROM search_entry WHERE unit_id = $1', [unit]);
          await insertAny(root, table, { unit_id: unit });
        }
    });
    afterAll(() => shared.drop());

    it('finds row-level security and a rule on every table of the database', async () => {
      const open =
        await shared.run(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND relname <> 'schema_migration' AND (NOT relrowsecurity OR relowner <> '${shared.name}_owner'::regrole
        OR NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid))`);
      expect(open).toEqual([]);
    });

    it.each(byUnit)('sees, changes, adds and removes only what is of their unit: $name', async (table) => {
      const { name } = table;
      const alpha = as('alpha');
      expect([await count(root, name), await count(alpha, name), await count(as('both'), name)]).toEqual([2, 1, 2]);
      expect((await alpha.query<{ unit_id: string }>(`SELECT unit_id FROM "${name}"`)).rows).toEqual([
        { unit_id: units.alpha },
      ]);
      expect((await tried(alpha, `UPDATE "${name}" SET unit_id = unit_id`)).rowCount).toBe(1);
      expect((await tried(alpha, `DELETE FROM "${name}"`)).rowCount).toBe(1);
      expect(await refusal(alpha, `UPDATE "${name}" SET unit_id = '${units.beta}'`)).toBe('42501');
      await expect(insertAny(alpha, table, { unit_id: units.beta })).rejects.toMatchObject({ code: '42501' });
      expect(await count(as('administrator'), name)).toBe(0);
    });

    const sealItem = (item: string): Promise<unknown> =>
      root.query(`INSERT INTO sealed_item (item_id, seal_id, unit_id, kind) VALUES ($1, 'seal', $2, 'any')`, [
        item,
        units.alpha,
      ]);

    it.each(hidden)('sees, changes and removes nothing that is sealed: $name', async (table) => {
      const { name } = table;
      const alpha = as('alpha');
      const item = crypto.randomUUID();
      const [, column] =
        /(\w+)[^()]*\)? NOT IN \(SELECT id FROM vigie\.sealed\)/.exec(ruleOf(table).unsealed ?? '') ?? [];
      const of = name === 'draft' ? 'subject' : (column ?? '');
      await insertAny(root, table, { unit_id: units.alpha, user_id: shared.people['alpha']!.id, [of]: item });
      const before = await count(alpha, name);
      expect(before).toBeGreaterThan(0);
      await sealItem(item);
      expect(await count(alpha, name)).toBe(before - 1);
      expect((await tried(alpha, `UPDATE "${name}" SET "${of}" = "${of}"`)).rowCount).toBe(before - 1);
      expect((await tried(alpha, `DELETE FROM "${name}"`)).rowCount).toBe(before - 1);
      await root.query(
        `DELETE FROM "${name}" WHERE "${of}" = '${item}'; DELETE FROM sealed_item WHERE item_id = '${item}'`,
      );
    });

    it('sees a link by its ends, and a transfer with either unit', async () => {
      const idOf = async (table: string): Promise<string> =>
        (await shared.run(`SELECT id FROM ${table} WHERE unit_id = '${units.alpha}'`))[0]!['id'] as string;
      const ends = [await idOf('referral'), await idOf('investigation')] as const;
      await root.query(
        `INSERT INTO referral_investigation (referral_id, investigation_id, linked_on) VALUES ($1, $2, 'x')`,
        [...ends],
      );
      const transfer = tables.find(({ name }) => name === 'transfer')!;
      await insertAny(root, transfer, { unit_id: units.alpha, to_unit_id: units.beta, file_id: ends[0] });
      await insertAny(root, transfer, { unit_id: units.alpha });
      const seen = async (login: string) => [
        await count(as(login), 'referral_investigation'),
        await count(as(login), 'transfer'),
      ];
      expect([await seen('alpha'), await seen('beta'), await seen('administrator')]).toEqual([
        [1, 2],
        [0, 1],
        [0, 0],
      ]);
      for (const end of ends) {
        await sealItem(end);
        expect((await seen('alpha'))[0]).toBe(0);
        expect((await tried(as('alpha'), 'DELETE FROM referral_investigation')).rowCount).toBe(0);
        await root.query('DELETE FROM sealed_item WHERE item_id = $1', [end]);
      }
    });

    it('has no right to the tables of rights, nor another role', async () => {
      const alpha = as('alpha');
      const own = shared.people['alpha']!;
      const given = `INSERT INTO user_unit (user_id, unit_id) VALUES ('${own.id}', '${units.beta}')`;
      expect(await refusal(alpha, given)).toBe('42501');
      expect(await refusal(alpha, `INSERT INTO user_role (user_id, role) VALUES ('${own.id}', 'administrator')`)).toBe(
        '42501',
      );
      expect(await refusal(alpha, `INSERT INTO vigie.login VALUES ('x', '${own.id}')`)).toBe('42501');
      expect((await tried(alpha, 'UPDATE "user" SET suspended = 1')).rowCount).toBe(0);
      await root.query(`INSERT INTO setting (key, value) VALUES ('workspace', '{}')`);
      for (const table of ['setting', 'unit']) {
        expect(await refusal(alpha, `UPDATE "${table}" SET version = 2`)).toBe('42501');
        expect((await tried(alpha, `DELETE FROM "${table}"`)).rowCount).toBe(0);
        // Locked, so that who writes in a unit writes one after another.
        expect((await tried(alpha, `SELECT 1 FROM "${table}" FOR NO KEY UPDATE`)).rowCount).toBe(
          await count(root, table),
        );
      }
      for (const role of [`${shared.name}_owner`, shared.server.superuser, shared.people['beta']!.role])
        expect(await refusal(alpha, `SET ROLE ${role}`)).toBe('42501');
      expect(await refusal(alpha, `SET SESSION AUTHORIZATION ${shared.people['beta']!.role}`)).toBe('42501');
      expect(await refusal(alpha, `ALTER ROLE ${own.role} BYPASSRLS`)).toBe('42501');
      expect(await refusal(alpha, `ALTER ROLE ${shared.people['beta']!.role} PASSWORD 'x'`)).toBe('42501');
      expect(await refusal(alpha, `GRANT ${shared.name}_owner TO ${own.role}`)).toBe('42501');
      expect(await refusal(alpha, 'CREATE ROLE another')).toBe('42501');
    });

    it('cannot turn the policies off, nor make or empty anything', async () => {
      const alpha = as('alpha');
      for (const text of [
        'SET row_security = off; SELECT * FROM referral',
        'ALTER TABLE referral DISABLE ROW LEVEL SECURITY',
        'CREATE POLICY mine ON referral USING (true)',
        'DROP POLICY seen ON referral',
        'DROP TRIGGER owe_audit ON referral',
        'TRUNCATE referral',
        'CREATE TABLE mine (x int)',
        'CREATE TABLE vigie.mine (x int)',
        'CREATE TEMP TABLE mine (x int)',
        'CREATE SCHEMA mine',
        `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
        `CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
        'CREATE VIEW mine AS SELECT 1',
        'CREATE EXTENSION dblink',
        `COPY referral TO PROGRAM 'cat'`,
        `COPY referral FROM '/etc/passwd'`,
        `SELECT pg_read_file('/etc/passwd')`,
        `SELECT pg_ls_dir('.')`,
        'SELECT * FROM pg_authid',
        `SET session_replication_role = replica`,
        'REFRESH MATERIALIZED VIEW mine',
      ])
        expect([text, await refusal(alpha, text)]).toEqual([text, text.startsWith('REFRESH') ? '42P01' : '42501']);
    });

    it('learns nothing of other units by an error, an index or a plan', async () => {
      const alpha = as('alpha');
      await root.query(`UPDATE referral SET number = 'BETA-SECRET-' || id WHERE unit_id = '${units.beta}'`);
      await root.query(`UPDATE referral SET number = '12' WHERE unit_id = '${units.alpha}'`);
      expect((await alpha.query('SELECT number::integer FROM referral')).rows).toEqual([{ number: 12 }]);
      expect((await alpha.query(`SELECT 1 FROM referral WHERE number LIKE 'BETA%'`)).rowCount).toBe(0);
      const statistics = await alpha.query(`SELECT most_common_vals::text FROM pg_stats WHERE tablename = 'referral'`);
      expect(statistics.rows).toEqual([]);
    });

    it('asks as themselves whatever is put before the search path', async () => {
      const alpha = as('alpha');
      const { role } = shared.people['alpha']!;
      await root.query(`GRANT TEMP ON DATABASE ${shared.name} TO ${role}`);
      await alpha.query(
        `CREATE TEMP TABLE user_unit AS SELECT '${units.beta}'::text AS unit_id, '${role}'::text AS user_id`,
      );
      await alpha.query(
        `CREATE TEMP TABLE login AS SELECT session_user AS role, '${shared.people['beta']!.id}'::text AS user_id`,
      );
      await alpha.query(
        `CREATE FUNCTION pg_temp.array_agg(text) RETURNS text[] LANGUAGE sql AS $$ SELECT ARRAY['${units.beta}'] $$`,
      );
      await alpha.query('SET search_path = pg_temp, vigie, public, pg_catalog');
      const { rows } = await alpha.query('SELECT vigie.units() AS units, vigie.person() AS person');
      expect(rows).toEqual([{ units: [units.alpha], person: shared.people['alpha']!.id }]);
      expect(await count(alpha, 'referral')).toBe(1);
      await alpha.query('RESET search_path');
      await alpha.query('DROP FUNCTION pg_temp.array_agg(text); DROP TABLE pg_temp.user_unit, pg_temp.login');
      await root.query(`REVOKE TEMP ON DATABASE ${shared.name} FROM ${role}`);
    });

    it('is told that another unit has the same, and no row of it', async () => {
      await root.query(
        `UPDATE referral SET external_key = 'SAME', external_number = 'same' WHERE unit_id = '${units.beta}'`,
      );
      const { rows } = await as('alpha').query(`SELECT * FROM number_elsewhere WHERE external_key = 'SAME'`);
      expect(rows).toEqual([{ unit_id: units.beta, external_key: 'SAME' }]);
      expect((await as('both').query('SELECT * FROM number_elsewhere')).rows).toEqual([]);
      expect(await refusal(as('alpha'), `DELETE FROM number_elsewhere`)).toBe('42501');
    });

    it('counts sealed rows of their own units by what is clear, without a word of theirs', async () => {
      const alpha = as('alpha');
      const person = tables.find(({ name }) => name === 'person')!;
      const [open, sealed] = ['open', 'sealed'].map((name) => ({ unit_id: units.alpha, file_id: name, name }));
      for (const row of [open, sealed, { ...sealed, unit_id: units.beta }]) await insertAny(root, person, row!);
      await sealItem('sealed');
      const { rows } = await alpha.query(
        `SELECT unit_id, file_id, name FROM counted.person WHERE name IS NULL OR name = 'open'`,
      );
      const pseudonym = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;
      expect(rows).toEqual(expect.arrayContaining([open, { ...sealed, file_id: pseudonym, name: null }]));
      expect((await as('beta').query('SELECT * FROM counted.person WHERE unit_id = $1', [units.alpha])).rows).toEqual(
        [],
      );
      for (const text of ['UPDATE counted.person SET file_id = file_id', 'DELETE FROM counted.person'])
        expect(await refusal(alpha, text)).toBe('55000');
      await root.query(`DELETE FROM sealed_item; DELETE FROM person WHERE file_id IN ('open', 'sealed')`);
    });

    it('is refused once their access was taken, and cut off where they are', async () => {
      const leaver = await addPerson(shared, 'leaver', ['investigator'], ['alpha']);
      expect(await count(leaver.client, 'referral')).toBe(1);
      await root.query('DELETE FROM vigie.login WHERE role = $1', [leaver.role]);
      expect(await count(leaver.client, 'referral')).toBe(0);
      await root.query('SELECT vigie.dismiss($1)', [leaver.id]);
      await expect(leaver.client.query('SELECT 1')).rejects.toThrow();
      await expect(shared.connect(leaver.role, leaver.password)).rejects.toMatchObject({ code: '28P01' });
      await giveAccess(root, leaver.id, 'another password');
      expect(await count(await shared.connect(leaver.role, 'another password'), 'referral')).toBe(1);
    });

    it('is no one in the database of another workspace', async () => {
      const coordination = await prepared('coordination');
      const { role, password } = shared.people['alpha']!;
      await expect(coordination.connect(role, password)).rejects.toMatchObject({ code: '42501' });
      const coordinator = await addPerson(coordination, 'coordinator', ['coordinator'], []);
      const limited = await addPerson(coordination, 'limited', ['coordinator'], []);
      const officer = await addPerson(coordination, 'officer', ['records_officer'], []);
      await coordination.run(`INSERT INTO unit (id, code, name_en, name_fr, service, active) VALUES ('u', 'U', 'U', 'U', 'S', 1);
      INSERT INTO agreement_unit (agreement_id, unit_id, from_date) VALUES ('a', 'u', '2026-04-01');
      INSERT INTO unit_month (unit_id, month, measure, status, source) VALUES ('u', '2026-04', 'received', 'complete', 'counted');
      INSERT INTO user_agreements (user_id, agreement_ids) VALUES ('${limited.id}', '[]')`);
      const seen = async ({ client }: Person) => [
        await count(client, 'agreement_unit'),
        await count(client, 'unit_month'),
      ];
      expect([await seen(coordinator), await seen(limited), await seen(officer)]).toEqual([
        [1, 1],
        [0, 0],
        [0, 0],
      ]);
      await coordination.drop();
    });

    it('sees nothing more from the moment of a suspension', async () => {
      const beta = as('beta');
      expect(await count(beta, 'referral')).toBe(1);
      await root.query(`UPDATE "user" SET suspended = 1 WHERE login = 'beta'`);
      expect([await count(beta, 'referral'), await count(beta, 'unit'), await count(beta, 'user')]).toEqual([0, 0, 0]);
      await root.query(`UPDATE "user" SET suspended = 0 WHERE login = 'beta'`);
    });
  },
);
