import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workspaceKind } from '#contract/ground/codes';
import { createForWriting, type RawDatabase } from '../../../db/store/sqlite/connection.ts';
import { migrate, migrationsOf, pendingMigrations } from '../../../db/store/sqlite/migrate.ts';

const folderOf = (kind: string): string => resolve(import.meta.dirname, '../../../migrations', kind);

let folder: string;
let raw: RawDatabase;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-migrations-'));
  raw = createForWriting(join(folder, 'store.db'), randomBytes(32));
});
afterEach(() => {
  raw.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(workspaceKind.options)('the migrations of a %s workspace', (kind) => {
  const known = migrationsOf(kind);

  it('are the files that were shipped, unchanged', () => {
    const shipped = JSON.parse(readFileSync(join(folderOf(kind), 'hashes.json'), 'utf8')) as Record<string, string>;
    expect(Object.fromEntries(known.map((each) => [each.name, each.hash]))).toEqual(shipped);
    expect(readdirSync(folderOf(kind)).filter((name) => name.endsWith('.sql'))).toEqual(known.map((each) => each.name));
  });

  it('make strict tables only', () => {
    migrate(raw, known, 0);
    const lax = raw
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
      .pluck()
      .all();
    expect(lax.filter((name) => !String(name).startsWith('sqlite_'))).toEqual([]);
  });

  it('go one by one, and each that fails leaves the one before it', () => {
    for (let count = 1; count <= known.length; count += 1) {
      migrate(raw, known.slice(0, count), count);
      expect(pendingMigrations(raw, known).map((each) => each.name)).toEqual(
        known.slice(count).map((each) => each.name),
      );
    }
    const before = raw.prepare('SELECT sql FROM sqlite_master ORDER BY name').pluck().all();
    const broken = {
      name: '9999_broken.sql',
      hash: 'x',
      sql: 'CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);',
    };
    expect(() => {
      migrate(raw, [...known, broken], 1);
    }).toThrow();
    expect(raw.prepare('SELECT sql FROM sqlite_master ORDER BY name').pluck().all()).toEqual(before);
  });

  it('hold no case table in a coordination workspace', () => {
    migrate(raw, known, 0);
    const cases = raw
      .prepare(
        "SELECT name FROM sqlite_master WHERE name IN ('referral', 'investigation', 'charge', 'arrest', 'ledger_entry')",
      )
      .pluck()
      .all();
    expect(cases.length).toBe(kind === 'unit' ? 5 : 0);
  });
});

it('a pack imported before its units had a column keeps everything', () => {
  const known = migrationsOf('coordination');
  migrate(raw, known.slice(0, 1), 0);
  raw.exec("INSERT INTO pack VALUES ('p', 1, 'w', 'Unit', 2026, 2, 'F', 's', 1, 2, 'u', 0, '{\"units\":[]}')");
  migrate(raw, known, 1);
  expect(raw.prepare('SELECT id, workspace_name, fiscal_year, payload FROM pack').all()).toEqual([
    { id: 'p', workspace_name: 'Unit', fiscal_year: 2026, payload: '{"units":[]}' },
  ]);
});

it('a return locked before restatements is the first version of its quarter, and the only one that may be', () => {
  const known = migrationsOf('coordination');
  migrate(raw, known.slice(0, 3), 0);
  raw.exec(`INSERT INTO funding_return VALUES ('r', 1, 'a', 2026, 2, 9, 'u', 'head', 'hash', '{"schemaVersion":"1"}')`);
  migrate(raw, known, 3);
  expect(raw.prepare('SELECT id, sequence, restates, content_hash, content FROM funding_return').all()).toEqual([
    { id: 'r', sequence: 1, restates: null, content_hash: 'hash', content: '{"schemaVersion":"1"}' },
  ]);
  const again = (sequence: number) =>
    `INSERT INTO funding_return VALUES ('r${String(sequence)}', 1, 'a', 2026, 2, 9, 'u', 'head', 'hash', '{}', ${String(sequence)}, 'r')`;
  expect(() => raw.exec(again(1))).toThrow('UNIQUE');
  raw.exec(again(2));
});

it('a unit workspace made before the laboratory kept anything loses nothing, and holds none of it yet', () => {
  const known = migrationsOf('unit');
  migrate(raw, known.slice(0, 1), 0);
  raw.exec(`INSERT INTO setting VALUES ('marking', 1, '"PROTECTED B"')`);
  migrate(raw, known, 1);
  expect(raw.prepare('SELECT * FROM setting').all()).toEqual([{ key: 'marking', version: 1, value: '"PROTECTED B"' }]);
  for (const table of ['assumption_set', 'laboratory_answer', 'reference_posterior', 'reference_key'])
    expect(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
});

it('a referral logged before triage had deadlines is due for nothing and asked for nothing', () => {
  const known = migrationsOf('unit');
  const at = known.findIndex(({ name }) => name.endsWith('_triage.sql'));
  migrate(raw, known.slice(0, at), 0);
  raw.exec(`INSERT INTO referral (id, unit_id, number, source, received_on, state, state_on, open, risk_band, entered_at, entered_by)
    VALUES ('r', 'u', '2026-00001', 'ncecc', '2026-01-05', 'triaged', '2026-01-06', 1, 'high', 5, 'o')`);
  migrate(raw, known, 1);
  expect(
    raw
      .prepare('SELECT risk_band, decision_from, action_due_at, decision_due_at, due_at, rescore_since FROM referral')
      .get(),
  ).toEqual({
    risk_band: 'high',
    decision_from: null,
    action_due_at: null,
    decision_due_at: null,
    due_at: Number.MAX_SAFE_INTEGER,
    rescore_since: null,
  });
});

it('a unit workspace made before they were counted has its authorizations counted once', () => {
  const known = migrationsOf('unit');
  const before = known.findIndex(({ name }) => name.includes('count_authorizations'));
  migrate(raw, known.slice(0, before), 0);
  const authority = (id: string, kind: string, startedOn: string, endReason: string | null = null) =>
    raw
      .prepare(
        `INSERT INTO authority (id, investigation_id, unit_id, kind, started_on, end_reason, watched, entered_at, entered_by)
         VALUES (?, 'i', 'u', ?, ?, ?, 0, 0, 'x')`,
      )
      .run(id, kind, startedOn, endReason);
  authority('a', 'search_warrant', '2026-05-02');
  authority('b', 'production_order_general', '2026-05-30');
  authority('c', 'search_warrant', '2026-06-02', 'entered_in_error');
  authority('d', 'seizure', '2026-05-03');
  migrate(raw, known, 1);
  expect(
    raw.prepare('SELECT measure, month, value, status, source FROM unit_month ORDER BY measure').raw().all(),
  ).toEqual([['authorizations', '2026-05', 2, 'complete', 'counted']]);
});

it('an end that was on the last day possible is on the first, with the last beside it', () => {
  const known = migrationsOf('unit');
  const before = known.findIndex(({ name }) => name.includes('uncertain_days'));
  migrate(raw, known.slice(0, before), 0);
  const referral = (id: string, receivedOn: string, endedFrom: string | null) => {
    const facts = [id, id, receivedOn, '2026-11-30', endedFrom];
    raw
      .prepare(
        `INSERT INTO referral (id, unit_id, number, source, received_on, state, state_on, ended_from, open, entered_at, entered_by)
         VALUES (?, 'u', ?, 'public', ?, 'concluded', ?, ?, 0, 0, 'x')`,
      )
      .run(...facts);
    raw
      .prepare(
        `INSERT INTO referral_event (id, referral_id, unit_id, position, on_date, at, from_state, to_state, user_id)
         VALUES (?, ?, 'u', 1, '2026-11-30', 0, 'received', 'concluded', 'x')`,
      )
      .run(id, id);
  };
  referral('a', '2016-03-04', '2016-03-04');
  referral('b', '2016-03-04', '2019-01-01');
  referral('c', '2016-03-04', null);
  migrate(raw, known, 1);
  const days = [
    ['2016-03-04', '2026-11-30', 'unknown'],
    ['2019-01-01', '2026-11-30', 'between'],
    ['2026-11-30', null, null],
  ];
  const read = (columns: string, table: string) =>
    raw.prepare(`SELECT ${columns} FROM ${table} ORDER BY id`).raw().all();
  expect(read('state_on, state_on_latest, state_on_precision', 'referral')).toEqual(days);
  expect(read('on_date, on_latest, on_precision', 'referral_event')).toEqual(days);
});

it('a pack imported before its units had rows is told by them, each in its place', () => {
  const known = migrationsOf('coordination');
  migrate(
    raw,
    known.slice(
      0,
      known.findIndex(({ name }) => name.includes('agreement_rights')),
    ),
    0,
  );
  const payload = JSON.stringify({ units: [{ id: 'u1' }, { id: 'u2' }], panel: [{ id: 'no unit' }] });
  raw
    .prepare(
      `INSERT INTO pack (id, workspace_id, workspace_name, fiscal_year, quarter, fingerprint, sha256, exported_at, imported_at, imported_by, payload)
       VALUES ('p', 'w', 'Unit', 2026, 2, 'F', 's', 1, 2, 'u', ?)`,
    )
    .run(payload);
  migrate(raw, known, 1);
  expect(raw.prepare('SELECT pack_id, unit_id, place FROM pack_unit ORDER BY place').raw().all()).toEqual([
    ['p', 'u1', 0],
    ['p', 'u2', 1],
  ]);
});

it('a file whose migration is not ours is refused', () => {
  migrate(raw, migrationsOf('unit'), 0);
  raw.exec("UPDATE schema_migration SET hash = 'other' WHERE position = 0");
  expect(() => pendingMigrations(raw, migrationsOf('unit'))).toThrow('newer_schema: migration_unknown');
});

it('days deducted that were typed into the record of proceedings become a deduction, those that had one do not', () => {
  const known = migrationsOf('unit');
  const before = known.findIndex(({ name }) => name.includes('carry_deductions'));
  migrate(raw, known.slice(0, before), 0);
  for (const [id, kind, days] of [
    ['a', 'court_proceedings', 62],
    ['b', 'court_proceedings', 30],
    ['c', 'court_proceedings', 10],
    ['d', 'court_proceedings', null],
    ['e', 'seizure', null],
  ] as const)
    raw
      .prepare(
        `INSERT INTO authority (id, investigation_id, unit_id, kind, started_on, deducted_days, watched, entered_at, entered_by)
         VALUES (?, 'i', 'u', ?, '2026-01-05', ?, 1, 5, 'o')`,
      )
      .run(id, kind, days);
  const deduct = raw.prepare(
    "INSERT INTO delay_deduction (id, version, authority_id, unit_id, cause, days, entered_at, entered_by) VALUES (?, 1, ?, 'u', 'waiver', ?, 6, 'o')",
  );
  deduct.run('b1', 'b', 12);
  deduct.run('c1', 'c', 10);
  migrate(raw, known, 1);
  expect(raw.prepare('SELECT authority_id, cause, days FROM delay_deduction ORDER BY 1, 3').raw().all()).toEqual([
    ['a', 'defence', 62],
    ['b', 'waiver', 12],
    ['b', 'defence', 18],
    ['c', 'waiver', 10],
  ]);
  const ids = raw.prepare("SELECT id FROM delay_deduction WHERE note LIKE 'Carried over%'").pluck().all() as string[];
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('a child in danger whose check was recorded before there was a next one has its due, and parts of what was recorded are found', () => {
  const known = migrationsOf('unit');
  const at = known.findIndex(({ name }) => name.endsWith('_parts_and_checks.sql'));
  migrate(raw, known.slice(0, at), 0);
  const referral = (id: string, dangerSince: number | null) =>
    raw
      .prepare(
        `INSERT INTO referral (id, unit_id, number, external_number, external_key, source, received_on, state, state_on, open, danger_since, due_at, inbox_key, entered_at, entered_by)
         VALUES (?, 'u', ?, 'FDR-77', 'FDR77', 'ncecc', '2026-01-05', 'triaged', '2026-01-06', 1, ?, ?, 9, 5, 'o')`,
      )
      .run(id, `2026-0000${id}`, dangerSince, Number.MAX_SAFE_INTEGER);
  referral('1', 1_000);
  referral('2', null);
  raw.exec(`INSERT INTO referral_score (id, referral_id, unit_id, position, band, scored_at, scored_by, counts_from, period_amount, period_measure, due_at)
      VALUES ('s', '1', 'u', 1, 'imminent', 1000, 'o', 1000, 2, 'hours', 7201000);
    INSERT INTO referral_check (id, referral_id, unit_id, kind, checked_at, user_id) VALUES ('c', '1', 'u', 'records', 5000, 'o');
    INSERT INTO identifier (id, unit_id, file_kind, file_id, kind, value, identifier_key, entered_at, entered_by)
      VALUES ('i', 'u', 'referral', '1', 'handle', 'Silver_Fox', 'silver_fox', 5, 'o')`);
  migrate(raw, known, 1);
  expect(
    raw.prepare('SELECT action_due_at AS action, due_at AS due, inbox_key AS place FROM referral ORDER BY id').all(),
  ).toEqual([
    { action: 7_205_000, due: 7_205_000, place: 7_205_000 },
    { action: null, due: Number.MAX_SAFE_INTEGER, place: 9 },
  ]);
  const found = (index: string, part: string) =>
    raw.prepare(`SELECT count(*) FROM ${index} WHERE ${index} MATCH ?`).pluck().get(`"${part}"`);
  expect([
    found('search_number', 'R-77'),
    found('search_number', '00001'),
    found('search_identifier', 'er_fo'),
  ]).toEqual([...[2, 1, 1]]);
});
