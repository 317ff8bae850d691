import { inflateRawSync } from 'node:zlib';
import { StoreFailure } from '../../kernel/failure.ts';

const endMark = 0x06054b50;
const partMark = 0x02014b50;
const mostParts = 2000;
/** What a workbook may come to once it is unpacked. */
const largestUnpacked = 60 * 1024 * 1024;

const notATable = (): StoreFailure => new StoreFailure('invalid_input', 'not_a_csv');

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
}

/** The end record stands last, but for a comment of at most 65,535 bytes. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1)
    if (bytes.readUInt32LE(at) === endMark) return at;
  throw notATable();
}

function partsOf(bytes: Buffer): readonly Part[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostParts) throw new StoreFailure('invalid_input', 'file_too_large');
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, (): Part => {
    if (bytes.readUInt32LE(at) !== partMark) throw notATable();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const part = {
      name: bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
    };
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    return part;
  });
}

/** Bytes of a part once unpacked. The sizes that an archive declares may lie: what counts is what comes out, and no more than is left may. */
function unpackedSize({ method, packed }: Part, left: number): number {
  if (method === 0) return packed.length;
  if (method !== 8) throw notATable();
  try {
    return inflateRawSync(packed, { maxOutputLength: left + 1 }).length;
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge ? new StoreFailure('invalid_input', 'file_too_large') : notATable();
  }
}

/** Refuses a workbook that would unpack to too much, before anything else unpacks it. Returns how many of its parts are no table: pictures, programs, other files. */
export function checkWorkbook(bytes: Buffer): number {
  let parts: readonly Part[];
  try {
    parts = partsOf(bytes);
  } catch (error) {
    // Offsets beyond the end are as wrong as a missing mark.
    throw error instanceof RangeError ? notATable() : error;
  }
  let left = largestUnpacked;
  for (const part of parts) {
    left -= unpackedSize(part, left);
    if (left < 0) throw new StoreFailure('invalid_input', 'file_too_large');
  }
  return parts.filter(({ name }) => !/\.(?:xml|rels|vml)$/i.test(name) && !name.endsWith('/')).length;
}
