import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { parse, CsvError } from 'csv-parse';
import { StoreFailure } from '../kernel/failure.ts';
import { largestFile, requireText, type Separator, type TextEncoding } from './detect.ts';

/** A record of more characters is a file without line ends or with a quote that is never closed. */
const largestRecord = 1_000_000;

export async function sizeOf(path: string): Promise<number> {
  const { size } = await stat(path);
  if (size > largestFile) throw new StoreFailure('invalid_input', 'file_too_large');
  return size;
}

const notText = (): StoreFailure =>
  new StoreFailure('invalid_input', 'not_a_csv', [{ path: 'encoding', code: 'not_a_csv' }]);

export interface Reading {
  /** Called with the bytes read so far. */
  readonly onBytes?: (done: number) => void;
  /** Called at the end with the SHA-256 of what was read. */
  readonly onEnd?: (sha256: string) => void;
}

/** The file's bytes in pieces, refused as soon as they are no text, and hashed as they pass. */
export async function* bytesOf(path: string, { onBytes, onEnd }: Reading): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    requireText(piece, done === 0);
    hash.update(piece);
    done += piece.length;
    // A file that grows while it is read has no end of its own.
    if (done > largestFile) throw new StoreFailure('invalid_input', 'file_too_large');
    onBytes?.(done);
    yield piece;
  }
  onEnd?.(hash.digest('hex'));
}

export async function hashOf(path: string): Promise<string> {
  let sha256 = '';
  const pieces = bytesOf(path, {
    onEnd: (hash) => {
      sha256 = hash;
    },
  });
  while (!(await pieces.next()).done);
  return sha256;
}

/** Text in pieces. Bytes that are not of the encoding are refused: a character put in their place would be a silent change. */
async function* textOf(path: string, encoding: TextEncoding, reading: Reading): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw notText();
    }
  };
  for await (const piece of bytesOf(path, reading)) yield decode(piece);
  yield decode();
}

const csvOptions = { relax_column_count: true, relax_quotes: true, max_record_size: largestRecord } as const;

/** What csv-parse cannot read is no table: its messages hold the file's text and go no further. */
function fromCsv(error: unknown): unknown {
  return error instanceof CsvError ? new StoreFailure('invalid_input', 'not_a_csv') : error;
}

export interface CsvRecord {
  /** The line of the file on which the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The file's records one after another, empty lines left out; the whole file is never in memory. */
export async function* recordsOf(
  path: string,
  encoding: TextEncoding,
  separator: Separator,
  reading: Reading,
): AsyncGenerator<CsvRecord> {
  const parser = parse({ ...csvOptions, delimiter: separator });
  // Errors reach the loop below through the parser, which the pipeline destroys with them.
  pipeline(Readable.from(textOf(path, encoding, reading)), parser, () => undefined);
  let line = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
      line += 1 + lineBreaksIn(cells);
    }
  } catch (error) {
    throw fromCsv(error);
  }
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  return breaks;
}
