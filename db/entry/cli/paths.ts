import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { exitCodes, InputFailure } from './outcome.ts';

const { failed } = exitCodes;

export function requireFile(path: string): string {
  const full = resolve(path);
  if (!existsSync(full)) throw new InputFailure('fileMissing', { path }, failed);
  if (!statSync(full).isFile()) throw new InputFailure('notAFile', { path }, failed);
  return full;
}

/** A file or a folder. */
export function requirePlace(path: string): string {
  const full = resolve(path);
  if (!existsSync(full)) throw new InputFailure('fileMissing', { path }, failed);
  return full;
}

export function requireFolder(path: string): string {
  const full = resolve(path);
  if (!existsSync(full) || !statSync(full).isDirectory()) throw new InputFailure('folderNotThere', { path }, failed);
  return full;
}

/** A file that is to be written: its folder is there, and nothing would be overwritten. */
export function requireNewFile(path: string): string {
  const full = resolve(path);
  requireFolder(dirname(full));
  if (existsSync(full)) throw new InputFailure('fileExists', { path }, failed);
  return full;
}

/** `Name.vigie`, with or without its ending, as the folder that holds it and the name alone. */
export function newWorkspaceAt(path: string): { readonly parent: string; readonly name: string } {
  const full = resolve(path);
  return { parent: dirname(full), name: basename(full).replace(/\.vigie$/i, '') };
}
