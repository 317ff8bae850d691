import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileGrant, JobId } from '../../electron/contract/ground/ids.ts';
import type { Reading } from '../../electron/contract/documents/tables.ts';
import type { ImportMapping } from '../../electron/contract/intake/imports.ts';
import type { TestStore } from './store.ts';

const newJob = () => randomUUID() as JobId;

/** A register as the page reads it: what the file says, then what its texts seem to mean, and nothing changed by hand but `change`. */
export async function readRegister(
  test: TestStore,
  file: FileGrant,
  change: Partial<ImportMapping> = {},
  chosen?: Reading,
) {
  const inspected = await test.call('imports.inspect', { file, ...(chosen && { reading: chosen }) });
  const { reading } = inspected;
  const columns = { ...inspected.suggested, ...change };
  const survey = await test.call('imports.survey', { file, reading, mapping: columns, jobId: newJob() });
  const values = Object.fromEntries(
    survey.values.map(({ field, texts }) => [field, Object.fromEntries(texts.map(({ text, code }) => [text, code]))]),
  );
  const dates = Object.fromEntries(
    survey.dates.map(({ field, order, isEvident, later }) => [field, { order, isEvident, later }]),
  );
  const mapping = { ...columns, values, dates };
  const preview = await test.call('imports.preview', { file, reading, mapping, jobId: newJob() });
  return { inspected, survey, values, preview };
}

/** Imports a register as Vigie reads it, with nothing changed by hand. */
export async function importRegister(test: TestStore, text: string): Promise<number> {
  const path = join(test.parent, 'register.csv');
  writeFileSync(path, text);
  const { preview } = await readRegister(test, test.grant(path) as FileGrant);
  return (await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() })).imported;
}
