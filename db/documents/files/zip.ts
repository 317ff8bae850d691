import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';

export interface ZipEntry {
  readonly name: string;
  /** Bytes once inflated, as the archive says. */
  readonly size: number;
  /** Offset of its own header. */
  readonly local: number;
  /** Bytes of its header in the archive's list. */
  readonly listed: number;
  /** What comes out of it, inflated as it is read. Throws at its end where that is not what was packed. */
  readonly pieces: () => Promise<AsyncIterable<Uint8Array>>;
}

/** A changed byte may inflate all the same: the archive's checksum tells. */
async function* asPacked(pieces: AsyncIterable<Uint8Array>, expected: number): AsyncGenerator<Uint8Array> {
  let found = 0;
  for await (const piece of pieces) {
    found = crc32(piece, found);
    yield piece;
  }
  if (found !== expected) throw new Error('Its checksum differs.');
}

/** What a ZIP archive lists, without inflating anything. */
export async function zipEntries(bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    // Nothing is unpacked to a place, so a name need not be a good path.
    decodeStrings: false,
    // The reader of an entry counts its bytes as they come out.
    validateEntrySizes: false,
  });
  const entries: ZipEntry[] = [];
  for await (const entry of archive.eachEntry())
    entries.push({
      name: entry.fileNameRaw.toString('utf8'),
      size: entry.uncompressedSize,
      local: entry.relativeOffsetOfLocalHeader,
      listed: 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength,
      pieces: async () => asPacked(await archive.openReadStreamPromise(entry), entry.crc32),
    });
  return entries;
}
