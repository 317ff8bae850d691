import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerSign } from '#contract/ground/codes';
import { expect } from 'vitest';
import type { Input, Output } from '#contract/index';
import type { ImportMapping } from '#contract/intake/imports';
import type { FileGrant, JobId, UnitId } from '#contract/ground/ids';
import type { RawDatabase } from '../../../../db/store/sqlite/connection.ts';
import { administrator, type TestStore } from '../../../support/store.ts';

export const newJob = (): JobId => randomUUID() as JobId;

export function writeFile(test: TestStore, content: string | Uint8Array, name = 'referrals.csv'): string {
  const path = join(test.parent, name);
  writeFileSync(path, content);
  return path;
}

export function grantOf(test: TestStore, path: string): FileGrant {
  return test.grant(path) as FileGrant;
}

/** The layout of the files that most tests use. */
export const header = 'Received,Source,Number,Priority,Risk,Summary,Concluded,Conclusion,Unit';
export const columns = {
  receivedOn: 0,
  source: 1,
  externalNumber: 2,
  priorityReceived: 3,
  riskBand: 4,
  summary: 5,
  concludedOn: 6,
  conclusion: 7,
  unitCode: 8,
} as const satisfies ImportMapping['columns'];

export function mappingFor(unitId: UnitId | null, change: Partial<ImportMapping> = {}): ImportMapping {
  return { columns, dateOrder: 'year_first', unitId, sourceDefault: null, ...change };
}

type Preview = Output<'imports.preview'>;
type Options = Partial<Omit<Input<'imports.preview'>, 'file'>>;

export function previewFile(
  test: TestStore,
  path: string,
  mapping: ImportMapping,
  options: Options = {},
): Promise<Preview> {
  const file = grantOf(test, path);
  return test.call('imports.preview', {
    file,
    reading: { kind: 'csv', encoding: 'utf-8', separator: ',' },
    mapping,
    jobId: newJob(),
    ...options,
  });
}

export function previewRows(test: TestStore, rows: readonly string[], mapping: ImportMapping): Promise<Preview> {
  return previewFile(test, writeFile(test, [header, ...rows, ''].join('\n')), mapping);
}

export async function importRows(test: TestStore, rows: readonly string[], mapping: ImportMapping) {
  const { previewId } = await previewRows(test, rows, mapping);
  return test.call('imports.apply', { previewId: previewId, jobId: newJob() });
}

/** Everything that an import may touch, to compare before and after. */
export function contentOf(test: TestStore): unknown {
  const { raw } = test.store.requireUnlocked();
  const tables = [
    'referral',
    'referral_event',
    'ledger_entry',
    'unit_month',
    'number_counter',
    'file_import',
    'import_mapping',
  ];
  return Object.fromEntries(
    tables.map((table) => [table, raw.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()]),
  );
}

/** An officer of the units of these names by code, signed in; the id of each unit by its code. */
export async function officerOfUnits<Code extends string>(
  test: TestStore,
  names: Readonly<Record<Code, string>>,
): Promise<Readonly<Record<Code, UnitId>>> {
  const unitIds = {} as Record<Code, UnitId>;
  for (const [code, name] of Object.entries(names) as [Code, string][]) {
    const unit = { code, name: { en: name, fr: name }, service: 'Service', active: true };
    unitIds[code] = (await test.call('units.save', unit)).id;
  }
  await test.call('users.create', {
    login: 'officer',
    displayName: 'Officer',
    roles: ['supervisor'],
    unitIds: Object.values(unitIds),
    passphrase: administrator.passphrase,
  });
  await test.signInAs('officer');
  return unitIds;
}

/** An officer of two units, `U01` and `U02`, signed in. */
export async function officerOfTwoUnits(test: TestStore): Promise<readonly [UnitId, UnitId]> {
  const { U01, U02 } = await officerOfUnits(test, { U01: 'U01', U02: 'U02' });
  return [U01, U02];
}

/** What is open at the end of each month by the months: `unit month -> closing`, by adding the ledger's terms up. */
export function closingByLedger(raw: RawDatabase): ReadonlyMap<string, number> {
  const rows = raw.prepare('SELECT unit_id AS unit, measure, month, value FROM unit_month').all() as {
    unit: string;
    measure: string;
    month: string;
    value: number;
  }[];
  const closing = new Map<string, number>();
  for (const key of new Set(rows.map(({ unit, month }) => `${unit} ${month}`))) {
    const [unit, month = ''] = key.split(' ');
    let sum = 0;
    for (const each of rows) {
      const sign = (ledgerSign as Partial<Record<string, number>>)[each.measure] ?? 0;
      if (each.unit === unit && each.month <= month) sum += sign * each.value;
    }
    closing.set(key, sum);
  }
  return closing;
}

/** The same counted from the referrals alone. */
export function closingByCount(raw: RawDatabase, keys: Iterable<string>): ReadonlyMap<string, number> {
  const count = raw
    .prepare(
      `SELECT count(*) FROM referral WHERE unit_id = ? AND substr(received_on, 1, 7) <= ?
       AND (open = 1 OR substr(state_on, 1, 7) > ?)`,
    )
    .pluck();
  return new Map(
    [...keys].map((key) => {
      const [unit, month] = key.split(' ');
      return [key, count.get(unit, month, month) as number];
    }),
  );
}

/** Rows of which a third are concluded. */
export function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const ended = index % 3 === 0 ? '2026-04-05,concluded' : ',';
    return `2026-0${(index % 3) + 1}-1${index % 10},public,M${index},,low,words ${index},${ended},`;
  });
}

export function auditRowsOf(test: TestStore): readonly { readonly method: string; readonly facts: string }[] {
  const query = 'SELECT method, outcome, subject_id AS subject, facts FROM audit_entry ORDER BY sequence';
  return test.store.requireUnlocked().raw.prepare(query).all() as { method: string; facts: string }[];
}

/** Only an administrator may ask; so this comes last in a test. */
export async function expectIntactAudit(test: TestStore): Promise<void> {
  await test.signInAs('admin');
  expect(await test.call('audit.verify', {})).toMatchObject({ intact: true, firstBroken: null });
}
