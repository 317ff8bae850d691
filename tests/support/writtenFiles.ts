import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { partsOf } from './archive.ts';

/** What each file of a folder says, by its name, in the order of names: of a workbook, each of its parts. */
export async function writtenFiles(folder: string): Promise<readonly (readonly [name: string, text: string])[]> {
  const written: (readonly [string, string])[] = [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  for (const path of paths) {
    const bytes = readFileSync(path);
    const name = relative(folder, path);
    const parts = name.endsWith('.xlsx') ? [...(await partsOf(bytes))] : [['', bytes.toString('utf8')] as const];
    for (const [part, text] of parts) written.push([`${name} ${part}`.trim(), text]);
  }
  return written;
}
