import { isUtf8 } from 'node:buffer';
import type { Reading } from '#contract/documents/tables';
import type { ForeignFile } from '../../ground/foreign/reader.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { textBytes } from './csv.ts';
import { findSeparator, hidesBinary, isMarkup, utf16Of, type TextEncoding } from './detect.ts';
import { firstBytes } from './source.ts';

type Csv = Extract<Reading, { kind: 'csv' }>;

const headSize = 256 * 1024;

interface Head {
  readonly bytes: Buffer;
  readonly encoding: TextEncoding;
}

/**
 * Reads the whole file once: an accent on its last line decides the encoding as much as one on the first. Text that is
 * UTF-8 throughout is taken as such, anything else as Windows-1252, in which every byte is a character.
 */
async function readHead(source: ForeignFile): Promise<Head> {
  await source.size();
  const head: Buffer[] = [];
  let held = 0;
  let rest: Buffer = Buffer.alloc(0);
  let utf8 = true;
  const isWide = utf16Of(await firstBytes(source)) !== null;
  for await (const piece of textBytes(source)) {
    if (held < headSize) head.push(piece);
    held += piece.length;
    if (!utf8) continue;
    const joined = Buffer.concat([rest, piece]);
    const end = wholeCharacters(joined);
    utf8 = isUtf8(joined.subarray(0, end));
    rest = joined.subarray(end);
  }
  if (held === 0) throw new StoreFailure('invalid_input', 'file_empty');
  const narrow = utf8 && isUtf8(rest) ? 'utf-8' : 'windows-1252';
  return { bytes: Buffer.concat(head), encoding: isWide ? 'utf-16' : narrow };
}

/** Where the last character that may go on in the next piece begins. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

function firstLine(text: string): string {
  return text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
}

/** How a file of text becomes a table: as it was chosen, or as its first lines say. `undivided` is the first line where nothing divides it. */
export async function inspectCsv(
  source: ForeignFile,
  chosen: Csv | undefined,
): Promise<{ readonly reading: Csv; readonly undivided: string | null }> {
  const head = await readHead(source);
  const encoding = chosen?.encoding ?? head.encoding;
  const text = new TextDecoder(encoding === 'windows-1252' ? encoding : 'utf-8').decode(head.bytes);
  if (isMarkup(text)) throw new StoreFailure('invalid_input', 'not_a_csv');
  const first = firstLine(text);
  if (hidesBinary(first)) throw new StoreFailure('invalid_input', 'contains_binary');
  const separator = chosen?.separator ?? findSeparator(text);
  return {
    reading: { kind: 'csv', encoding, separator: separator ?? ',' },
    undivided: separator === null ? first : null,
  };
}
