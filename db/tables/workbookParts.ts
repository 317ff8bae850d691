import { inflateRawSync } from 'node:zlib';
import { StoreFailure } from '../kernel/failure.ts';
import { zipEntries, type ZipEntry } from '../kernel/zip.ts';
import { tooLarge } from './source.ts';

const mostParts = 2000;

const notAWorkbook = (): StoreFailure => new StoreFailure('invalid_input', 'not_a_workbook');

/** A part once unpacked. The size that an archive declares may lie: what counts is what comes out, and no more than is left may. */
function unpacked(bytes: Buffer, { central, local }: ZipEntry, left: number): Buffer {
  const method = bytes.readUInt16LE(central + 10);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(central + 20));
  return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: left + 1 });
}

function checkSizes(bytes: Buffer, entries: readonly ZipEntry[], largest: number): void {
  let left = largest;
  for (const entry of entries) {
    left -= unpacked(bytes, entry, left).length;
    if (left < 0) throw tooLarge();
  }
}

const isBook = ({ name }: ZipEntry): boolean => name.toLowerCase() === 'xl/workbook.xml';

/** An archive of anything else, and a workbook in Excel's binary form, hold no sheet here. */
function requireWorkbook(entries: readonly ZipEntry[]): void {
  if (entries.some(isBook)) return;
  throw new StoreFailure('invalid_input', 'contains_binary');
}

/**
 * Refuses an archive that is no workbook, or that would unpack to too much, before anything else unpacks it. Returns how
 * many of its parts are no table: pictures, programs, other files.
 */
export function checkWorkbook(bytes: Buffer, largestUnpacked: number): number {
  try {
    const entries = zipEntries(bytes);
    if (entries.length > mostParts) throw tooLarge();
    requireWorkbook(entries);
    checkSizes(bytes, entries, largestUnpacked);
    return entries.filter(({ name }) => !/\.(?:xml|rels|vml)$/i.test(name) && !name.endsWith('/')).length;
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    // Offsets beyond the end are as wrong as a missing mark.
    throw isLarge ? tooLarge() : notAWorkbook();
  }
}

/** Whether a workbook that was found good counts its days from 1904. */
export function countsFrom1904(bytes: Buffer): boolean {
  const book = zipEntries(bytes).find(isBook);
  const text = book ? unpacked(bytes, book, bytes.length * 1100).toString('utf8') : '';
  return /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(text);
}
