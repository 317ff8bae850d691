import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedTables } from '../../../../../db/store/postgres/server/tables.ts';
import { postgresMissing } from '../../../../support/postgres.ts';
import { insertAny, sharedUnits, units, type SharedUnits } from '../../../../support/postgresUnit.ts';

const referral = storedTables('unit').find(({ name }) => name === 'referral')!;

describe.skipIf(postgresMissing)(`what a server has of its own [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: SharedUnits;
  let root: Client;
  beforeAll(async () => {
    shared = await sharedUnits();
    root = await shared.connect();
  });
  afterAll(() => shared.drop());

  it('gives people no more of the server’s own tables than their policies, and every function its own search path', async () => {
    const { rows } = await root.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'vigie'::regnamespace AND relkind IN ('r', 'S') AND NOT relrowsecurity
         AND (CASE relkind WHEN 'S' THEN has_sequence_privilege($1, oid, 'USAGE, SELECT, UPDATE')
           ELSE has_table_privilege($1, oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER') END)`,
      [`${shared.name}_user`],
    );
    expect(rows).toEqual([{ name: 'server' }]);
    const loose = await root.query(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'vigie'::regnamespace
         AND 'search_path=pg_catalog, pg_temp' <> ALL (coalesce(proconfig, '{}'))`,
    );
    expect(loose.rows).toEqual([]);
  });

  it('is used by nobody but its own functions, and nothing is kept or locked beside the tables', async () => {
    for (const text of [
      // What is kept beside the tables, without a unit or an entry in the audit.
      'SELECT lo_creat(-1)',
      'SELECT lo_create(0)',
      `SELECT lo_from_bytea(0, 'a narrative')`,
      // As many as one likes fill a memory that all share.
      'SELECT pg_advisory_lock(1)',
      'SELECT pg_try_advisory_xact_lock_shared(1, 2)',
      `SELECT nextval('vigie.search_number')`,
      'SELECT * FROM vigie.pseudonym',
      'SELECT vigie.admit(vigie.person(), NULL)',
      `SELECT vigie.reach('x', '{}')`,
      `SELECT vigie.entry_slot('x')`,
    ]) {
      const refused = shared.people['alpha']!.client.query(text);
      await expect(refused, text).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('counts the open ones of a list by an index alone, under the policies', async () => {
    const alpha = shared.people['alpha']!.client;
    await insertAny(root, referral, { unit_id: units.alpha });
    const columns = referral.columns.map(({ name }) => `"${name}"`);
    const copied = columns.map((name) =>
      ['"id"', '"number"', '"external_key"'].includes(name) ? `'many ' || n` : name === '"state"' ? `'received'` : name,
    );
    await root.query(`INSERT INTO referral (${columns.join(', ')}) SELECT ${copied.join(', ')}
        FROM (SELECT * FROM referral WHERE unit_id = '${units.alpha}') AS one, generate_series(1, 3000) AS n`);
    await root.query('VACUUM ANALYZE referral');
    await alpha.query('SET enable_seqscan = off; SET enable_bitmapscan = off');
    const { rows } = await alpha.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT count(*) FROM (SELECT 1 FROM referral WHERE state = 'received' LIMIT 10001) AS capped`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('Index Only Scan using referral_seen');
  });
});
