import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ForeignFile } from '../../ground/foreign/reader.ts';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';

/** Larger files are no list of cases; the kept rows take about as much memory as the file. */
export const largestFile = 200 * 1024 * 1024;

/** A file chosen in a dialog, read from its place, or one dropped on the page, whose bytes came with it. */
export interface FileSource extends ForeignFile {
  /** What it is read by: nothing parses it here. */
  readonly readers: ForeignReaders;
  /** When it was written last, in UTC milliseconds; null for a dropped one, of which the page tells no more than its content. */
  readonly savedAt: () => Promise<number | null>;
}

export const tooLarge = (): StoreFailure => new StoreFailure('invalid_input', 'file_too_large');

/** What the system says of a path that is no readable file; that there is none is said by its own code. */
const unreadable: ReadonlySet<unknown> = new Set([
  'EISDIR',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'EACCES',
  'EPERM',
  'EIO',
]);

function fileFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return unreadable.has(code) ? new StoreFailure('invalid_input', 'file_unreadable') : error;
}

async function statOf(path: string): Promise<Stats> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileFailure(error);
  });
  if (!found.isFile()) throw new StoreFailure('invalid_input', 'file_unreadable');
  return found;
}

async function* piecesAt(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) yield piece as Buffer;
  } catch (error) {
    throw fileFailure(error);
  }
}

export function fileAt(path: string, readers: ForeignReaders): FileSource {
  return {
    name: basename(path),
    readers,
    size: async () => {
      const { size } = await statOf(path);
      if (size > largestFile) throw tooLarge();
      return size;
    },
    pieces: () => piecesAt(path),
    savedAt: async () => Math.floor((await statOf(path)).mtimeMs),
  };
}

export function fileInMemory(name: string, pieces: readonly Buffer[], readers: ForeignReaders): FileSource {
  return {
    name,
    readers,
    size: () => Promise.resolve(pieces.reduce((sum, each) => sum + each.length, 0)),
    pieces: async function* () {
      for (const each of pieces) yield await Promise.resolve(each);
    },
    savedAt: () => Promise.resolve(null),
  };
}

/** The whole file, where its kind must be read whole. */
export async function bytesWhole(source: ForeignFile, most: number): Promise<Buffer> {
  if ((await source.size()) > most) throw tooLarge();
  const pieces: Buffer[] = [];
  let held = 0;
  for await (const piece of source.pieces()) {
    held += piece.length;
    // A file that grows while it is read has no end of its own.
    if (held > most) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

export async function firstBytes(source: ForeignFile): Promise<Buffer> {
  for await (const piece of source.pieces()) return piece.subarray(0, 8);
  return Buffer.alloc(0);
}

export async function hashOf(source: ForeignFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of source.pieces()) hash.update(piece);
  return hash.digest('hex');
}
