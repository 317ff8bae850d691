import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileGrant, JobId } from '../../electron/contract/ground/ids.ts';
import type { TestStore } from './store.ts';

/** Imports a register as Vigie reads it, with nothing changed by hand. */
export async function importRegister(test: TestStore, text: string): Promise<number> {
  const path = join(test.parent, 'register.csv');
  writeFileSync(path, text);
  const file = test.grant(path) as FileGrant;
  const newJob = () => randomUUID() as JobId;
  const { reading, suggested } = await test.call('imports.inspect', { file });
  const survey = await test.call('imports.survey', { file, reading, mapping: suggested, jobId: newJob() });
  const values = Object.fromEntries(
    survey.values.map(({ field, texts }) => [
      field,
      Object.fromEntries(texts.map(({ text: each, code }) => [each, code])),
    ]),
  );
  const dates = Object.fromEntries(survey.dates.map(({ field, order, isEvident }) => [field, { order, isEvident }]));
  const mapping = { ...suggested, values, dates };
  const { previewId } = await test.call('imports.preview', { file, reading, mapping, jobId: newJob() });
  return (await test.call('imports.apply', { previewId, jobId: newJob() })).imported;
}
