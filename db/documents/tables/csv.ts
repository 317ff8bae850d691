import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Reading } from '#contract/documents/tables';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { csvErrorCode } from './csvError.ts';
import { requireText, utf16Of, type TextEncoding } from './detect.ts';
import type { ForeignFile } from '../../ground/foreign/reader.ts';
import { largestFile, tooLarge } from './source.ts';
import type { TableRow } from './types.ts';

/** A record of more characters is a file without line ends or with a quote that is never closed. */
const largestRecord = 1_000_000;

const notText = (): StoreFailure =>
  new StoreFailure('invalid_input', 'not_a_csv', [{ path: 'encoding', code: 'not_a_csv' }]);

/** The file's bytes in pieces, refused as soon as they are no text. */
export async function* textBytes(source: ForeignFile): AsyncGenerator<Buffer> {
  let done = 0;
  let wide: InstanceType<typeof TextDecoder> | null = null;
  for await (const piece of source.pieces()) {
    const mark = done === 0 ? utf16Of(piece) : null;
    if (mark !== null) wide = new TextDecoder(mark, { fatal: true });
    const bytes = wide === null ? piece : narrowed(wide, piece);
    requireText(bytes, done === 0);
    done += piece.length;
    // A file that grows while it is read has no end of its own.
    if (done > largestFile) throw tooLarge();
    yield bytes;
  }
  if (wide !== null) yield narrowed(wide);
}

/** UTF-16 as UTF-8: what follows knows one wide encoding. */
function narrowed(decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): Buffer {
  try {
    return Buffer.from(piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true }));
  } catch {
    throw notText();
  }
}

/** Text in pieces. Bytes that are not of the encoding are refused: a character put in their place would be a silent change. */
async function* textOf(source: ForeignFile, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding === 'windows-1252' ? encoding : 'utf-8', { fatal: encoding === 'utf-8' });
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw notText();
    }
  };
  for await (const piece of textBytes(source)) yield decode(piece);
  yield decode();
}

const csvOptions = { relax_column_count: true, relax_quotes: true, max_record_size: largestRecord } as const;

/** What csv-parse cannot read is no table: its messages hold the file's text and go no further. */
function fromCsv(error: unknown): unknown {
  return csvErrorCode(error) !== null ? new StoreFailure('invalid_input', 'not_a_csv') : error;
}

/** The file's records one after another, empty lines left out; the whole file is never in memory. */
export async function* csvRows(
  source: ForeignFile,
  { encoding, separator }: Extract<Reading, { kind: 'csv' }>,
): AsyncGenerator<TableRow> {
  const parser = parse({ ...csvOptions, delimiter: separator });
  // Errors reach the loop below through the parser, which the pipeline destroys with them.
  pipeline(Readable.from(textOf(source, encoding)), parser, () => undefined);
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
