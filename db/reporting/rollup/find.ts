import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { manifestName } from '../signedReport/manifest.ts';
import { fileAt as fileAtPath, type FileSource } from '../../documents/tables/source.ts';

interface Named {
  /** Of its folder or file. */
  readonly name: string;
  /** What it leads to is not in the folder, and may be something else later: nothing is read. */
  readonly isLink?: true;
}
export type FilePlace = Named & { readonly kind: 'pack' | 'kit'; readonly file: FileSource };
export type FolderPlace = Named & { readonly kind: 'return'; readonly path: string; readonly readers: ForeignReaders };
export type Place = FilePlace | FolderPlace;

/** Either is in every export: a return from which the other was taken is still recognised, and refused. */
const marks = [manifestName, 'return.json'];

const kinds: Readonly<Record<string, FilePlace['kind'] | undefined>> = {
  '.vigiepack': 'pack',
  '.xlsx': 'kit',
  '.xlsm': 'kit',
};

const isReturn = (folder: string): boolean => marks.some((name) => existsSync(join(folder, name)));

const returnAt = (path: string, readers: ForeignReaders): FolderPlace => ({
  name: basename(path),
  path,
  kind: 'return',
  readers,
});

function fileAt(path: string, readers: ForeignReaders): readonly Place[] {
  // Any file of a return means the whole return.
  if (isReturn(dirname(path))) return [returnAt(dirname(path), readers)];
  return filePlace(fileAtPath(path, readers));
}

/** A pack or a form by its ending: alone, a file of a return is none. */
export function filePlace(file: FileSource): readonly FilePlace[] {
  const { name } = file;
  const kind = kinds[extname(name).toLowerCase()];
  // A spreadsheet program keeps a lock beside the file that it has open.
  return kind && !name.startsWith('~$') ? [{ name, file, kind }] : [];
}

function within(parent: string, entry: Dirent, readers: ForeignReaders): readonly Place[] {
  const path = join(parent, entry.name);
  if (entry.isSymbolicLink()) {
    const found = isReturn(path) ? [returnAt(path, readers)] : filePlace(fileAtPath(path, readers));
    return found.map((each) => ({ ...each, isLink: true }));
  }
  if (entry.isDirectory()) return isReturn(path) ? [returnAt(path, readers)] : [];
  return entry.isFile() && !marks.includes(entry.name) ? fileAt(path, readers) : [];
}

/** The returns, packs and forms in a place: itself, or what is directly in the folder, by name. */
export function findSources(chosen: string, readers: ForeignReaders): readonly Place[] {
  if (statSync(chosen).isFile()) return fileAt(chosen, readers);
  if (isReturn(chosen)) return [returnAt(chosen, readers)];
  return readdirSync(chosen, { withFileTypes: true })
    .flatMap((entry) => within(chosen, entry, readers))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
