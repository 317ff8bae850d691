import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../../../db/store/postgres/inTransaction.ts';
import { connectToServer } from '../../../../../db/store/postgres/server/connect.ts';
import { appendOnServer } from '../../../../../db/store/postgres/server/append.ts';
import { writeTx } from '../../../../../db/store/postgres/session.ts';
import type { AuditFact } from '../../../../../db/ground/kernel/database.ts';
import { postgresMissing } from '../../../../support/postgres.ts';
import { setServerDay } from '../../../../support/serverDay.ts';
import { sharedUnits, units, type Person, type SharedUnits } from '../../../../support/postgresUnit.ts';

describe.skipIf(postgresMissing)(`the audit on a server [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: SharedUnits;
  let root: Client;
  const person = (login: string): Person => shared.people[login]!;
  const append = (client: Client, actorId: string | null, fact: AuditFact = {}): Promise<number> =>
    appendOnServer(writeTx(client), { at: 1_764_000_000_123, actorId, method: 'notes.add', outcome: 'done', fact });

  /** The published script, which shares no code with what wrote the chain, on what the query of the folder would print. */
  async function verify(): Promise<string> {
    const rows =
      await shared.run(`SELECT sequence::int, at::float8 AS at, actor_id, method, outcome, subject_kind, subject_id, facts,
      previous_hash, hash, coalesce((SELECT json_agg(json_build_array(field, side, salt, value)) FROM audit_value
        WHERE audit_value.sequence = audit_entry.sequence), '[]')::text AS stored FROM audit_entry ORDER BY sequence`);
    const lines = [...rows, { stray: 0 }].map((row) => JSON.stringify(row)).join('\n');
    const script = resolve(import.meta.dirname, '../../../../../scripts/verifyAudit.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [script], { input: lines, encoding: 'utf8' });
    return stderr === '' ? (stdout.split('\n')[0] ?? '') : stderr;
  }

  beforeAll(async () => {
    shared = await sharedUnits();
    root = await shared.connect();
  });
  afterAll(() => shared.drop());
  afterEach(async () => {
    await root.query('TRUNCATE audit_entry, audit_value, audit_file, vigie.audit_stamp');
    await root.query(`UPDATE vigie.audit_head SET sequence = 0, hash = repeat('0', 64)`);
  });

  it('is one chain by eight who append at once, which the published script verifies', async () => {
    const { authority, host, port } = shared.server;
    const logins = ['alpha', 'beta', 'both', 'supervisor', 'administrator', 'keeper', 'alpha', 'beta'];
    const place = { hosts: [{ host, port }], database: shared.name, trust: { authority } };
    await Promise.all(
      logins.map(async (login) => {
        const { id, role, password } = person(login);
        const client = await connectToServer(place, { user: role, password });
        for (let turn = 0; turn < 25; turn += 1) {
          const write = inTransaction(client, async () => {
            await append(client, id, { facts: { turn } });
            if (turn % 5 === 4) throw new Error('taken back');
          });
          await write.catch(() => undefined);
        }
        await client.end();
      }),
    );
    expect(await verify()).toMatch(/^Intact: 160 entries\./);
    const [counted] = await shared.run(
      `SELECT count(*)::int AS stamps, count(DISTINCT role)::int AS roles FROM vigie.audit_stamp`,
    );
    expect(counted).toEqual({ stamps: 160, roles: 6 });
  });

  it('hashes what is awkward to write as JSON, exactly as the folder does', async () => {
    const { id, client } = person('alpha');
    const awkward = `"\\/\b\f\n\r\t\u0001\u001f\u007f\u0080\u2028\u2029é😀ﬁ\u0000`;
    await append(client, id, {
      subject: { kind: 'referral', id: units.alpha },
      facts: { text: awkward, fileIds: 'x y' },
      changes: [{ field: 'summary', before: null, after: awkward.replace('\u0000', '') }],
    });
    await append(client, id);
    expect(await verify()).toBe('Intact: 2 entries. Values checked: 2; forgotten by sealing or purge: 0.');
    expect(await shared.run('SELECT file_id FROM audit_file ORDER BY 1')).toEqual(
      [units.alpha, 'x', 'y'].map((file) => ({ file_id: file })),
    );
  });

  it('is changed, emptied and written by nobody but its function', async () => {
    const { id, client } = person('administrator');
    await append(client, id, { changes: [{ field: 'summary', before: 1, after: 2 }] });
    const refused = [
      ...[
        'audit_entry',
        'audit_value',
        'audit_file',
        'vigie.audit_stamp',
        'vigie.audit_head',
        'vigie.audit_owed',
      ].flatMap((table) => [
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`,
        `SELECT 1 FROM ${table} FOR UPDATE`,
      ]),
      `UPDATE audit_entry SET method = 'x'`,
      `UPDATE audit_value SET value = 'x'`,
      `UPDATE vigie.audit_head SET sequence = 0`,
      `INSERT INTO audit_value VALUES (1, 'a', 'b', 'c', 'd')`,
      `INSERT INTO audit_file VALUES ('x', 1)`,
      `INSERT INTO vigie.audit_owed VALUES (pg_current_xact_id(), true)`,
      `SELECT vigie.require_audit()`,
      `SELECT vigie.json_text('x')`,
    ];
    for (const text of refused) {
      const answer = inTransaction(client, () => client.query(text)).catch(
        (error: unknown) => (error as { code: string }).code,
      );
      expect([text, await answer]).toEqual([text, '42501']);
    }
    expect(await verify()).toMatch(/^Intact: 1 entries\./);
  });

  it('takes no entry in the name of another, nor what is no entry', async () => {
    const { id, client } = person('alpha');
    for (const other of [person('beta').id, null]) await expect(append(client, other)).rejects.toThrow();
    const call = (method: string, outcome: string, facts: string) =>
      client.query(`SELECT vigie.append_audit(1, $1, $2, $3, NULL, NULL, $4, '[]', '{}')`, [
        id,
        method,
        outcome,
        facts,
      ]);
    for (const [method, outcome, facts] of [
      ['notes.add', 'done', 'no JSON'],
      ['notes.add', 'done', '[]'],
      ['notes.add', 'done', '{"changes":1}'],
      ['notes.add', 'done', '{"changes":[null]}'],
      ['notes.add', 'perhaps', '{}'],
      ['<b>', 'done', '{}'],
    ] as const)
      await expect(call(method, outcome, facts)).rejects.toMatchObject({
        code: expect.stringMatching(/^22/) as string,
      });
    expect(await verify()).toMatch(/^Intact: 0 entries\./);
  });

  it('is owed by each change of a case or of a right in its own transaction', async () => {
    const { id, client } = person('alpha');
    const change = () =>
      client.query(
        `INSERT INTO operation (id, unit_id, name, began_on) VALUES (gen_random_uuid(), $1, gen_random_uuid(), '2026-11-24')`,
        [units.alpha],
      );
    await expect(change()).rejects.toMatchObject({ code: '42501' });
    await expect(inTransaction(client, change)).rejects.toMatchObject({ code: '42501' });
    await inTransaction(client, async () => {
      await change();
      await append(client, id);
    });
    await inTransaction(client, async () => {
      await append(client, id);
      await change();
    });
    const grant = (): Promise<unknown> =>
      person('administrator').client.query(`INSERT INTO user_unit (user_id, unit_id) VALUES ('x', 'y')`);
    await expect(grant()).rejects.toMatchObject({ code: '42501' });
    expect(await shared.run('SELECT count(*)::int AS n FROM operation')).toEqual([{ n: 2 }]);
    expect(await shared.run('SELECT * FROM vigie.audit_owed')).toEqual([]);
    expect(await verify()).toMatch(/^Intact: 2 entries\./);
  });

  it('is read by those who may, forgets values through a function, and keeps its entries', async () => {
    const { id, client } = person('alpha');
    await root.query(
      `INSERT INTO referral (id, unit_id, number, source, received_on, state, state_on, open, entered_at, entered_by)
      VALUES ('file-a', $1, '1', 'ncecc', '2020-01-01', 'received', '2020-01-01', 1, 1, 'x')`,
      [units.alpha],
    );
    await setServerDay(root, '2026-11-24');
    const about = (file: string): AuditFact => ({
      subject: { kind: 'referral', id: file },
      changes: [{ field: 'summary', before: null, after: 'words' }],
    });
    await append(client, id, about('file-a'));
    await append(client, id, about('file-b'));
    const entries = async (login: string): Promise<unknown> =>
      (await person(login).client.query('SELECT sequence FROM audit_entry ORDER BY 1')).rows.map(
        (row: { sequence: string }) => row.sequence,
      );
    expect([await entries('alpha'), await entries('supervisor'), await entries('administrator')]).toEqual([
      [],
      ['1'],
      ['1', '2'],
    ]);
    expect((await client.query('SELECT sequence FROM vigie.last_link()')).rows).toEqual([{ sequence: '2' }]);

    const forget = `SELECT vigie.forget('file-a') AS forgotten`;
    const [keeper, supervisor] = [person('keeper'), person('supervisor')];
    const refused = async (text: string, ...who: readonly { readonly client: Client }[]): Promise<void> => {
      for (const each of who) await expect(each.client.query(text)).rejects.toMatchObject({ code: '42501' });
    };
    const approvedBy = (userId: string): string =>
      `INSERT INTO purge_request (id, unit_id, file_kind, file_id, number, concluded_on, due_on, class, years, approved_by, approved_at)
       VALUES (gen_random_uuid(), '${units.alpha}', 'referral', 'file-a', '1', '2020-01-01', '2021-01-01', 'any', 1, '${userId}', 1)`;
    await refused(forget, { client }, keeper, supervisor, person('administrator'));
    // Nobody approves in another's name, nor takes an approval over.
    await refused(approvedBy(supervisor.id), { client }, keeper);
    await refused(approvedBy(id), { client });
    await inTransaction(supervisor.client, async () => {
      await supervisor.client.query(approvedBy(supervisor.id));
      await append(supervisor.client, supervisor.id);
    });
    await inTransaction(keeper.client, async () => {
      await append(keeper.client, keeper.id);
      const taken = await keeper.client.query(`UPDATE purge_request SET approved_by = '${keeper.id}'`);
      expect(taken.rowCount).toBe(0);
    });
    await refused(forget, { client }, supervisor, person('administrator'));
    await refused(`SELECT vigie.forget('file-b')`, keeper);
    // Without its entry in the audit.
    await refused(forget, keeper);
    // Before its time by any rule of its unit, on hold, still open, or in a file that is.
    const done = () =>
      inTransaction(keeper.client, async () => {
        await append(keeper.client, keeper.id);
        await keeper.client.query(forget);
      });
    const kept = async (): Promise<void> => {
      await expect(done()).rejects.toMatchObject({ code: '42501', message: 'the file is kept longer' });
    };
    await kept();
    await root.query(`UPDATE referral SET open = 0, state = 'concluded' WHERE id = 'file-a'`);
    await kept();
    const rule = `INSERT INTO retention_rule (id, unit_id, class, offence, valid_from, years, set_at, set_by)
      VALUES (gen_random_uuid(), '${units.alpha}', 'any', '', $1, $2, 1, 'x')`;
    await root.query(rule, ['2019-01-01', 1]);
    await root.query(rule, ['2026-01-01', 7]);
    await kept();
    await root.query(rule, ['2026-11-24', 6]);
    await root.query(`INSERT INTO retention_hold (id, unit_id, file_kind, file_id, reason, placed_on, placed_by)
      VALUES ('hold', '${units.alpha}', 'referral', 'file-a', 'x', '2026-01-01', 'x')`);
    await kept();
    await root.query('UPDATE retention_hold SET released_at = 1');
    await root.query(
      `INSERT INTO referral_investigation (referral_id, investigation_id, linked_on) VALUES ('file-a', 'any', '2026-01-01')`,
    );
    await kept();
    await root.query('DELETE FROM referral_investigation');
    const { rows } = await inTransaction(keeper.client, async () => {
      const answer = await keeper.client.query<{ forgotten: string }>(forget);
      await append(keeper.client, keeper.id);
      return answer;
    });
    expect(rows).toEqual([{ forgotten: '2' }]);
    expect(await verify()).toBe('Intact: 5 entries. Values checked: 2; forgotten by sealing or purge: 2.');
  });
});
