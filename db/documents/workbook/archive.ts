import { zipSync, type Zippable } from 'fflate';
import { zipEntries } from '../files/zip.ts';

/** The parts of a workbook by name, inflated, in their order. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** The caller has counted what comes out. */
export async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const parts = new Map<string, Uint8Array>();
  for (const { name, pieces } of await zipEntries(bytes)) {
    const read: Uint8Array[] = [];
    for await (const piece of await pieces()) read.push(piece);
    parts.set(name, Buffer.concat(read));
  }
  return parts;
}

/** An archive with these parts in their order. */
export function archiveOf(parts: Parts): Uint8Array {
  // A fixed time, so that the same parts give the same archive: on this computer's clock, from whose year the archive counts.
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = Object.fromEntries([...parts].map(([name, bytes]) => [name, [bytes, { mtime }]]));
  return zipSync(files, { level: 6 });
}
