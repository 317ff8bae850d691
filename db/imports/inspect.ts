import { isUtf8 } from 'node:buffer';
import { eq } from 'drizzle-orm';
import { importMapping as mappingSchema, type ImportMapping } from '#contract/imports';
import { StoreFailure } from '../kernel/failure.ts';
import { importMapping } from '../schema/unit/imports.ts';
import type { ActionContext, ActionHandler } from '../store/types.ts';
import { findSeparator, hidesBinary, isMarkup, type Separator, type TextEncoding } from './detect.ts';
import { bytesOf, recordsOf, sizeOf } from './fileText.ts';
import { columnsByName, headerHash, suggestMapping } from './suggest.ts';

const headSize = 256 * 1024;
const sampleRows = 200;
const sampleLength = 80;

interface Head {
  readonly bytes: Buffer;
  readonly encoding: TextEncoding;
}

/**
 * Reads the whole file once: an accent on its last line decides the encoding as much as one on the first. Text that is
 * UTF-8 throughout is taken as such, anything else as Windows-1252, in which every byte is a character.
 */
async function readHead(path: string): Promise<Head> {
  await sizeOf(path);
  const head: Buffer[] = [];
  let held = 0;
  let rest: Buffer = Buffer.alloc(0);
  let utf8 = true;
  for await (const piece of bytesOf(path, {})) {
    if (held < headSize) head.push(piece);
    held += piece.length;
    if (!utf8) continue;
    const joined = Buffer.concat([rest, piece]);
    const end = wholeCharacters(joined);
    utf8 = isUtf8(joined.subarray(0, end));
    rest = joined.subarray(end);
  }
  if (held === 0) throw new StoreFailure('invalid_input', 'not_a_csv');
  return { bytes: Buffer.concat(head), encoding: utf8 && isUtf8(rest) ? 'utf-8' : 'windows-1252' };
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

/** Read as the preview will read them. */
async function firstRecords(
  path: string,
  encoding: TextEncoding,
  separator: Separator,
): Promise<readonly (readonly string[])[]> {
  const records: (readonly string[])[] = [];
  for await (const { cells } of recordsOf(path, encoding, separator, {})) {
    records.push(cells);
    if (records.length > sampleRows) break;
  }
  return records;
}

function separatorOf(text: string): Separator {
  const found = findSeparator(text);
  if (found) return found;
  // One column can still be a list of dates; without a name that says so it is taken for prose.
  if (Object.keys(columnsByName([firstLine(text)])).length > 0) return ',';
  throw new StoreFailure('invalid_input', 'not_a_csv');
}

function firstLine(text: string): string {
  return text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
}

async function rememberedMapping(context: ActionContext, header: readonly string[]): Promise<ImportMapping | null> {
  const [held] = await context.read
    .select({ mapping: importMapping.mapping })
    .from(importMapping)
    .where(eq(importMapping.headerHash, headerHash(header)));
  const parsed = mappingSchema.safeParse(held?.mapping);
  if (!parsed.success) return null;
  const { unitId } = parsed.data;
  const own = unitId !== null && context.session.unitIds.includes(unitId);
  return { ...parsed.data, unitId: own ? unitId : null };
}

function columnsOf(header: readonly string[], rows: readonly (readonly string[])[]) {
  return header.map((name, column) => ({
    name: name.trim(),
    samples: rows
      .map((cells) => (cells[column] ?? '').trim())
      .filter((each) => each !== '' && !hidesBinary(each))
      .slice(0, 3)
      .map((each) => each.slice(0, sampleLength)),
  }));
}

export const inspectFile: ActionHandler<'imports.inspect'> = async (context, input) => {
  const path = context.path(input.file);
  const head = await readHead(path);
  const encoding = input.encoding ?? head.encoding;
  const text = new TextDecoder(encoding).decode(head.bytes);
  if (isMarkup(text)) throw new StoreFailure('invalid_input', 'not_a_csv');
  if (hidesBinary(firstLine(text))) throw new StoreFailure('invalid_input', 'contains_binary');
  const separator = input.separator ?? separatorOf(text);
  const [header, ...rows] = await firstRecords(path, encoding, separator);
  if (!header || header.length > 500) throw new StoreFailure('invalid_input', 'not_a_csv');
  const remembered = await rememberedMapping(context, header);
  return {
    encoding,
    separator,
    columns: columnsOf(header, rows),
    suggested: remembered ?? suggestMapping(header, rows, context.session.unitIds),
    remembered: remembered !== null,
  };
};
