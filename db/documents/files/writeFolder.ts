import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../../ground/kernel/atomicFile.ts';
import type { BuiltFile } from './builtFile.ts';

/** An earlier export is never overwritten: the next one is numbered. */
function freeName(parent: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(join(parent, candidate))) return candidate;
  }
}

/** Writes the files under a temporary name and renames the folder: it is there whole, or not at all. Returns its name. */
export function writeFolder(parent: string, name: string, files: readonly BuiltFile[]): string {
  const building = join(parent, `.${name}.${randomBytes(4).toString('hex')}.building`);
  try {
    mkdirSync(building);
    for (const file of files) writeFileAtomically(join(building, file.name), file.bytes);
    const final = freeName(parent, name);
    renameSync(building, join(parent, final));
    return final;
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}
