import type { UnitId } from '#contract/ground/ids';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { addMonths, type Month } from '#contract/ground/dates';
import { openForWriting, type RawDatabase } from '../../db/store/sqlite/connection.ts';
import {
  administrator,
  choosePassphrase,
  createDemonstrationStore,
  type TestStore,
} from '../../tests/support/store.ts';

export const unitCount = 30;
export const firstMonth = '2016-12' as Month;
export const monthCount = 120;

/** Rows of the large workspace; VIGIE_BENCH_ROWS asks for another size. */
export const rowCount = Number(process.env.VIGIE_BENCH_ROWS ?? 1_000_000);

const sources = ['ncecc', 'cybertip', 'public', 'school', 'other_service'];
const bands = ['very_high', 'high', 'medium', 'low'];
const id = (kind: number, index: number): string =>
  `${index.toString(16).padStart(8, '0')}-0000-7000-8${String(kind).padStart(3, '0')}-000000000000`;

export const unitIdOf = (index: number): UnitId => id(1, index) as UnitId;

/** Rows as the application writes them, spread over 30 units and ten years; a twentieth is open. */
function fill(raw: RawDatabase, rows: number): void {
  const indexes = raw
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('referral', 'ledger_entry')",
    )
    .all() as { name: string; sql: string }[];
  // Rows in no order and a dozen indexes: built afterwards, each index is one sort instead of a million searches.
  for (const { name } of indexes) raw.exec(`DROP INDEX ${name}`);
  raw.pragma('synchronous = OFF');
  insertRows(raw, rows);
  for (const { sql } of indexes) raw.exec(sql);
  raw.exec('ANALYZE');
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.pragma('synchronous = FULL');
}

function insertRows(raw: RawDatabase, rows: number): void {
  raw.exec('BEGIN');
  for (let unit = 0; unit < unitCount; unit += 1) {
    raw
      .prepare('INSERT INTO unit VALUES (?, 1, ?, ?, ?, ?, 1)')
      .run(unitIdOf(unit), `U${String(unit + 1).padStart(2, '0')}`, 'Unit', 'Unité', 'Service');
  }
  const referral = raw.prepare(
    `INSERT INTO referral (id, unit_id, number, source, received_on, external_number, external_key, priority_received, risk_band,
       summary, state, state_on, open, assigned_to, bundled_under, import_id, entered_at, entered_by, action_due_at, due_at)
     VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
  );
  const entry = raw.prepare("INSERT INTO ledger_entry VALUES ('referral',?,?,?,?,1)");
  const sums = new Map<string, number>();
  const book = (file: string, unit: string, on: string, term: string): void => {
    entry.run(file, unit, on, term);
    const key = `${unit} ${on.slice(0, 7)} ${term}`;
    sums.set(key, (sums.get(key) ?? 0) + 1);
  };
  for (let index = 0; index < rows; index += 1) {
    // A fixed stride visits the months out of order, as life does.
    const month = addMonths(firstMonth, (index * 7919) % monthCount);
    const on = `${month}-${String((index % 28) + 1).padStart(2, '0')}`;
    const unit = unitIdOf((index * 31) % unitCount);
    const open = index % 20 === 0;
    const file = id(2, index);
    referral.run(
      file,
      unit,
      `${month.slice(0, 4)}-${String(index).padStart(7, '0')}`,
      sources[index % 5],
      on,
      `FDR-${index}`,
      `FDR${index}`,
      'P1',
      bands[index % 4],
      'A fictitious sentence that stands for a summary of usual length.',
      open ? 'received' : 'concluded',
      on,
      open ? 1 : 0,
      null,
      null,
      null,
      0,
      'bench',
      open ? Date.parse(on) : null,
      open ? Date.parse(on) : Number.MAX_SAFE_INTEGER,
    );
    if (index % 4 === 0) identify(raw, { file, unit, index });
    book(file, unit, on, 'received');
    if (!open) book(file, unit, on, 'concluded');
  }
  const cell = raw.prepare("INSERT INTO unit_month VALUES (?,?,?,1,?,'complete','counted',NULL)");
  for (const [key, value] of sums) {
    const [unit, month, term] = key.split(' ');
    cell.run(unit, term, month, value);
  }
  raw.exec('COMMIT');
}

const identifiers = [
  (index: number) => ['handle', `silver_fox_${index}`],
  (index: number) => ['email', `north.star.${index}@courriel.example`],
  (index: number) => ['ip', `203.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`],
] as const;

function identify(raw: RawDatabase, { file, unit, index }: { file: string; unit: string; index: number }): void {
  const [kind, value] = identifiers[(index / 4) % 3]?.(index) ?? [];
  raw
    .prepare(
      `INSERT INTO identifier (id, version, unit_id, file_kind, file_id, kind, value, identifier_key, entered_at, entered_by)
       VALUES (?, 1, ?, 'referral', ?, ?, ?, ?, 0, 'bench')`,
    )
    .run(id(3, index), unit, file, kind, value, value);
}

export interface Volume {
  readonly test: TestStore;
  /** The same rows and indexes without encryption. */
  readonly plain: RawDatabase;
}

/** @param create a demonstration unless it is given */
export async function largeWorkspace(rows: number, create = () => createDemonstrationStore()): Promise<Volume> {
  const test = await create();
  fill(test.store.requireUnlocked().raw, rows);
  const units = Array.from({ length: unitCount }, (_, index) => unitIdOf(index));
  await test.call('users.create', {
    login: 'officer',
    displayName: 'Officer',
    roles: ['investigator', 'supervisor'],
    unitIds: units,
    passphrase: administrator.passphrase,
  });
  const plain = plainCopy(test);
  await test.signInAs('officer');
  await choosePassphrase(test);
  return { test, plain };
}

function plainCopy(test: TestStore): RawDatabase {
  const { raw, key } = test.store.requireUnlocked();
  const path = join(test.parent, 'plain.db');
  raw.prepare('VACUUM INTO ?').run(path);
  const copy = openForWriting(path, key);
  copy.pragma('journal_mode = DELETE');
  copy.pragma("rekey=''");
  copy.close();
  const plain = new Database(path, { readonly: true });
  plain.pragma('cache_size = -65536');
  return plain;
}
