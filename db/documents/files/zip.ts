import { fromBufferPromise } from 'yauzl';

export interface ZipEntry {
  readonly name: string;
  /** Bytes once inflated, as the archive says. */
  readonly size: number;
  /** Offset of its own header. */
  readonly local: number;
  /** Bytes of its header in the archive's list. */
  readonly listed: number;
  /** What comes out of it, inflated as it is read. */
  readonly pieces: () => Promise<AsyncIterable<Uint8Array>>;
}

/** What a ZIP archive lists, without inflating anything. */
export async function zipEntries(bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    // Nothing is unpacked to a place, so a name need not be a good path.
    decodeStrings: false,
    // `inflatesBeyond` counts what comes out.
    validateEntrySizes: false,
  });
  const entries: ZipEntry[] = [];
  for await (const entry of archive.eachEntry())
    entries.push({
      name: entry.fileNameRaw.toString('utf8'),
      size: entry.uncompressedSize,
      local: entry.relativeOffsetOfLocalHeader,
      listed: 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength,
      pieces: () => archive.openReadStreamPromise(entry),
    });
  return entries;
}

/** Whether more than `most` bytes come out. The sizes that an archive declares may lie, so what comes out is counted, and no more is inflated. */
export async function inflatesBeyond(entries: readonly ZipEntry[], most: number): Promise<boolean> {
  if (entries.reduce((total, { size }) => total + size, 0) > most) return true;
  let left = most;
  for (const { pieces } of entries)
    for await (const piece of await pieces()) {
      left -= piece.length;
      if (left < 0) return true;
    }
  return false;
}
