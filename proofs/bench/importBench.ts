import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Input } from '#contract/index';
import type { FileGrant, JobId, UnitId } from '#contract/ground/ids';
import type { RawDatabase } from '../../db/store/sqlite/connection.ts';
import { createTestStore, createUnitAndUser, type TestStore } from '../../tests/support/store.ts';

export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same figure of what it is compared with; null where there is nothing. */
  readonly beside: number | null;
  readonly ratio: number | null;
}

const rowCount = 100_000;
const firstDay = Date.UTC(2019, 3, 1);
const day = (index: number): string => new Date(firstDay + index * 86_400_000).toISOString().slice(0, 10);

/** A file as a records system would give it: seven fiscal years, two thirds concluded, a summary in most rows. */
function sampleFile(): string {
  const sources = ['ncecc', 'cybertip', 'public', 'school', 'child_welfare'] as const;
  const lines = ['Received,Source,Number,Priority,Risk,Summary,Concluded,Conclusion'];
  for (let index = 0; index < rowCount; index += 1) {
    // A fixed stride visits the days out of order, as files do.
    const received = (index * 7919) % 2500;
    const ended =
      index % 3 === 0 ? ',' : `${day(received + (index % 240))},${index % 5 === 0 ? 'not_viable' : 'concluded'}`;
    const summary = index % 4 === 0 ? '' : `"Fictitious referral ${index}, as the source described it in a sentence"`;
    lines.push(`${day(received)},${sources[index % 5] ?? ''},2026-${index},P${index % 4},high,${summary},${ended}`);
  }
  return lines.join('\n');
}

async function inSeconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function withStore<T>(work: (test: TestStore, unitId: UnitId) => Promise<T>): Promise<T> {
  const test = await createTestStore();
  try {
    const { unitId } = await createUnitAndUser(test);
    return await work(test, unitId);
  } finally {
    test.dispose();
  }
}

const mappingOf = (unitId: UnitId): Input<'imports.preview'>['mapping'] => ({
  columns: {
    receivedOn: 0,
    source: 1,
    externalNumber: 2,
    priorityReceived: 3,
    riskBand: 4,
    summary: 5,
    concludedOn: 6,
    conclusion: 7,
  },
  dateOrder: 'year_first',
  unitId,
  sourceDefault: null,
});

const tables = ['referral', 'referral_event', 'ledger_entry'] as const;
type Rows = Readonly<Record<(typeof tables)[number], readonly Record<string, unknown>[]>>;

async function importFile(test: TestStore, unitId: UnitId) {
  const path = join(test.parent, 'bench.csv');
  writeFileSync(path, sampleFile());
  const newJob = (): JobId => randomUUID() as JobId;
  const input = {
    file: test.grant(path) as FileGrant,
    reading: { kind: 'csv', encoding: 'utf-8', separator: ',' },
    mapping: mappingOf(unitId),
  } as const;
  const memory = process.memoryUsage().rss;
  let previewId = '';
  const preview = await inSeconds(async () => {
    ({ previewId } = await test.call('imports.preview', { ...input, jobId: newJob() }));
  });
  const apply = await inSeconds(() => test.call('imports.apply', { previewId, jobId: newJob() }));
  const megabytes = (process.memoryUsage().rss - memory) / 2 ** 20;
  const { raw } = test.store.requireUnlocked();
  const rows = Object.fromEntries(
    tables.map((table) => [table, raw.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all()]),
  ) as unknown as Rows;
  return { preview, apply, megabytes, rows };
}

/** The floor: the same rows, prepared statements, one transaction, nothing parsed, judged, numbered or audited. */
function insertBare(raw: RawDatabase, rows: Rows): Promise<void> {
  raw.exec('BEGIN IMMEDIATE');
  for (const table of tables) {
    const names = Object.keys(rows[table][0] ?? {});
    const insert = raw.prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    for (const row of rows[table]) insert.run(...Object.values(row));
  }
  raw.exec('COMMIT');
  return Promise.resolve();
}

/** Imports 100,000 rows into an empty encrypted workspace, then inserts the same rows bare into another, in the same minute. */
export async function benchImport(): Promise<readonly Measured[]> {
  const { preview, apply, megabytes, rows } = await withStore(importFile);
  const bare = await withStore(({ store }) => inSeconds(() => insertBare(store.requireUnlocked().raw, rows)));
  const line = (name: string, value: number, beside: number | null): Measured => ({
    name,
    value,
    unit: 's',
    beside,
    ratio: beside === null ? null : value / beside,
  });
  return [
    line('import of 100,000 rows: preview', preview, null),
    line('import of 100,000 rows: write', apply, bare),
    line('import of 100,000 rows: preview and write', preview + apply, bare),
    { name: 'import of 100,000 rows: growth of memory', value: megabytes, unit: 'MB', beside: null, ratio: null },
  ];
}
