import { text } from 'node:stream/consumers';
import { zipEntries } from '../../db/documents/files/zip.ts';

/** The parts of a ZIP archive as text by their names. */
export async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  for (const { name, pieces } of await zipEntries(bytes)) parts.set(name, await text(await pieces()));
  return parts;
}
