import { inflateRawSync } from 'node:zlib';
import { StoreFailure } from '../../kernel/failure.ts';
import { zipEntries, type ZipEntry } from '../../kernel/zip.ts';

const mostParts = 2000;
/** What a workbook may come to once it is unpacked. */
const largestUnpacked = 60 * 1024 * 1024;

const tooLarge = (): StoreFailure => new StoreFailure('invalid_input', 'file_too_large');
const notAWorkbook = (): StoreFailure => new StoreFailure('invalid_input', 'not_a_workbook');

/** Bytes of a part once unpacked. The size that an archive declares may lie: what counts is what comes out, and no more than is left may. */
function unpackedSize(bytes: Buffer, { central, local }: ZipEntry, left: number): number {
  const method = bytes.readUInt16LE(central + 10);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(central + 20));
  return method === 0 ? packed.length : inflateRawSync(packed, { maxOutputLength: left + 1 }).length;
}

function checkSizes(bytes: Buffer, entries: readonly ZipEntry[]): void {
  let left = largestUnpacked;
  for (const entry of entries) {
    left -= unpackedSize(bytes, entry, left);
    if (left < 0) throw tooLarge();
  }
}

/** Refuses a workbook that would unpack to too much, before anything else unpacks it. Returns how many of its parts are no table: pictures, programs, other files. */
export function checkWorkbook(bytes: Buffer): number {
  try {
    const entries = zipEntries(bytes);
    if (entries.length > mostParts) throw tooLarge();
    checkSizes(bytes, entries);
    return entries.filter(({ name }) => !/\.(?:xml|rels|vml)$/i.test(name) && !name.endsWith('/')).length;
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    // Offsets beyond the end are as wrong as a missing mark.
    throw isLarge ? tooLarge() : notAWorkbook();
  }
}
