import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { requireContent } from './sqlite/connection.ts';
import { requireLocalPlace } from './place/place.ts';

export function storePath(folder: string): string {
  return join(folder, 'store.db');
}

/** The folder of another workspace next to it, with what was read out of this one. */
export function folderBeside(folder: string, how: 'salvaged' | 'rescued', now: number): string {
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '');
  return join(dirname(folder), `${basename(folder, '.vigie')}-${how}-${stamp}.vigie`);
}

/** Tells apart a folder that is gone, one that is no workspace, one that cannot be written and one on a share. */
export function requireWorkspaceFolder(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new StoreFailure('not_found', 'folder_missing');
  requireLocalPlace(folder);
  if (!existsSync(join(folder, 'keys.json')) && !existsSync(storePath(folder)))
    throw new StoreFailure('not_found', 'not_a_workspace');
  requireContent(storePath(folder));
  requireWritable(folder);
}

export function requireWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StoreFailure('read_only', 'folder_read_only');
  }
}
