import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { StoreFailure } from '../../ground/kernel/failure.ts';

/** Larger files are no list of cases; the kept rows take about as much memory as the file. */
export const largestFile = 200 * 1024 * 1024;

/** A file chosen in a dialog, read from its place, or one dropped on the page, whose bytes came with it. */
export interface FileSource {
  readonly name: string;
  readonly size: () => Promise<number>;
  readonly pieces: () => AsyncIterable<Buffer>;
  /** When it was written last, in UTC milliseconds; null for a dropped one, of which the page tells no more than its content. */
  readonly savedAt: () => Promise<number | null>;
}

export const tooLarge = (): StoreFailure => new StoreFailure('invalid_input', 'file_too_large');

export function fileAt(path: string): FileSource {
  return {
    name: basename(path),
    size: async () => {
      const { size } = await stat(path);
      if (size > largestFile) throw tooLarge();
      return size;
    },
    pieces: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
    savedAt: async () => Math.floor((await stat(path)).mtimeMs),
  };
}

export function fileInMemory(name: string, pieces: readonly Buffer[]): FileSource {
  return {
    name,
    size: () => Promise.resolve(pieces.reduce((sum, each) => sum + each.length, 0)),
    pieces: async function* () {
      for (const each of pieces) yield await Promise.resolve(each);
    },
    savedAt: () => Promise.resolve(null),
  };
}

/** The whole file, where its kind must be read whole. */
export async function bytesWhole(source: FileSource, most: number): Promise<Buffer> {
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

export async function firstBytes(source: FileSource): Promise<Buffer> {
  for await (const piece of source.pieces()) return piece.subarray(0, 8);
  return Buffer.alloc(0);
}

export async function hashOf(source: FileSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of source.pieces()) hash.update(piece);
  return hash.digest('hex');
}
