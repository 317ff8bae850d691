import type { ZipEntry } from '../files/zip.ts';

/** As many as a sheet has; a parser makes an object of each, though it be empty. */
const mostRows = 1_048_576;
const mark = Buffer.from('<row');

/**
 * Whether more than `most` bytes, or more rows than a sheet has, come out of a workbook. The sizes that an archive declares may lie, so what
 * comes out is counted, and no more is inflated.
 */
export async function unpacksBeyond(entries: readonly ZipEntry[], most: number): Promise<boolean> {
  if (entries.reduce((total, { size }) => total + size, 0) > most) return true;
  let bytes = 0;
  let rows = 0;
  for (const { pieces } of entries) {
    let end = Buffer.alloc(0);
    for await (const piece of await pieces()) {
      bytes += piece.length;
      // A mark may begin in the piece before.
      const seen = Buffer.concat([end, piece]);
      rows += marksIn(seen);
      if (bytes > most || rows > mostRows) return true;
      end = seen.subarray(1 - mark.length);
    }
  }
  return false;
}

function marksIn(text: Buffer): number {
  let marks = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) marks += 1;
  return marks;
}
