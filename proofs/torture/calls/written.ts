import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { partsOf } from '../../../tests/support/archive.ts';

/** What leaves in files: read as it is written, so that no export tells what no answer does. */
export class Written {
  private readonly folder: string;
  private readonly known: Set<string>;

  constructor(folder: string) {
    this.folder = folder;
    this.known = new Set(this.names());
  }

  private names(): readonly string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
  }

  /** The texts of the files that came since the last time. */
  async news(): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const name of this.names()) {
      const path = join(this.folder, name);
      if (this.known.has(name) || !statSync(path).isFile()) continue;
      this.known.add(name);
      texts.push(await textOf(path));
    }
    return texts;
  }
}

/** A workbook is an archive; what is encrypted tells nothing either way. */
async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  return bytes.subarray(0, 2).toString() === 'PK' ? [...(await partsOf(bytes)).values()].join('\n') : bytes.toString();
}
