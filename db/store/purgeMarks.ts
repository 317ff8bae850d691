import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { civilDate } from '#contract/ground/dates';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';
import { canonicalJson } from '../ground/kernel/canonicalJson.ts';
import { deriveKey } from '../ground/kernel/encryption.ts';
import { syncFolder } from './keysFile.ts';

/** A purge as a store from before it needs to know it: a hash of the file's id, the rule, and who approved and did it by their ids. */
export const purgeMark = z.object({
  mark: z.string(),
  dueOn: civilDate.nullable(),
  class: z.string().nullable(),
  years: z.int().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.int().nullable(),
  purgedBy: z.string(),
  purgedAt: z.int(),
});
export type PurgeMark = z.infer<typeof purgeMark>;

const format = z.object({
  format: z.literal('vigie-purges'),
  version: z.literal(1),
  marks: z.array(purgeMark),
  mac: z.string(),
});

const pathOf = (folder: string): string => join(folder, 'purged.json');

function macOf(secret: string, marks: readonly PurgeMark[]): Buffer {
  const key = deriveKey(Buffer.from(secret, 'base64'), 'vigie purge marks');
  return createHmac('sha256', key)
    .update(canonicalJson({ version: 1, marks }))
    .digest();
}

/**
 * The purges written beside the store. They outlive it, so that a backup in its place knows what was purged since. `rejected`: the
 * file is not what a store with this secret wrote, and nothing is done for it.
 */
export function readMarks(folder: string, secret: string): readonly PurgeMark[] | 'rejected' {
  if (!existsSync(pathOf(folder))) return [];
  try {
    const { marks, mac } = format.parse(JSON.parse(readFileSync(pathOf(folder), 'utf8')));
    const given = Buffer.from(mac, 'base64');
    const right = macOf(secret, marks);
    return given.length === right.length && timingSafeEqual(given, right) ? marks : 'rejected';
  } catch {
    return 'rejected';
  }
}

export function writeMarks(folder: string, secret: string, marks: readonly PurgeMark[]): void {
  const sorted = marks.toSorted((a, b) => (a.mark < b.mark ? -1 : 1));
  const mac = macOf(secret, sorted).toString('base64');
  writeFileAtomically(
    pathOf(folder),
    `${JSON.stringify({ format: 'vigie-purges', version: 1, marks: sorted, mac }, null, 2)}\n`,
  );
  syncFolder(folder);
}

/** Moves a rejected file out of the way, as evidence. */
export function setMarksAside(folder: string): void {
  renameSync(pathOf(folder), join(folder, 'purged.rejected.json'));
  syncFolder(folder);
}
