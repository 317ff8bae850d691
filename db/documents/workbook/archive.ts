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
  // A fixed time, so that the same parts give the same archive.
  const files: Zippable = Object.fromEntries(
    [...parts].map(([name, bytes]) => [name, [bytes, { mtime: '1980-01-01' }]]),
  );
  return zipSync(files, { level: 6 });
}
