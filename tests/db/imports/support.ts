import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '#contract/index';
import type { ImportMapping } from '#contract/imports';
import type { FileGrant, JobId, UnitId } from '#contract/ids';
import type { TestStore } from '../../support/store.ts';

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
    encoding: 'utf-8',
    separator: ',',
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
