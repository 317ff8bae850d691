import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { syncFolder } from './keysFile.ts';

const format = z.object({ format: z.literal('vigie-purges'), version: z.literal(1), marks: z.array(z.string()) });

const pathOf = (folder: string): string => join(folder, 'purged.json');

/**
 * The marks of purged files that stand beside the store: hashes of ids, which say nothing without it. They outlive the store, so that a
 * backup in its place is purged again. Throws `corrupt` where the file is not what Vigie wrote.
 */
export function readMarks(folder: string): readonly string[] {
  if (!existsSync(pathOf(folder))) return [];
  try {
    return format.parse(JSON.parse(readFileSync(pathOf(folder), 'utf8'))).marks;
  } catch {
    throw new StoreFailure('corrupt');
  }
}

export function addMarks(folder: string, marks: readonly string[]): void {
  const all = [...new Set([...readMarks(folder), ...marks])].sort();
  writeFileAtomically(
    pathOf(folder),
    `${JSON.stringify({ format: 'vigie-purges', version: 1, marks: all }, null, 2)}\n`,
  );
  syncFolder(folder);
}
