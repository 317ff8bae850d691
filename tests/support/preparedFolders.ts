import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A workspace that nobody has opened yet, in a folder of its own. */
export interface PreparedFolder {
  readonly parent: string;
  readonly folder: string;
  readonly recoveryKey: string;
}

export interface FolderCopy extends PreparedFolder {
  /** It is used no more. */
  readonly giveBack: () => void;
}

const parents: string[] = [];
process.on('exit', () => {
  for (const parent of parents) rmSync(parent, { recursive: true, force: true });
});

/** So many workspaces that follow one another differ too: a file of one may be read in the next. */
const fewest = 3;

/**
 * Workspaces to copy, made as they are asked for: copying one takes a tenth of the time. Those in use at the same time are never
 * copies of the same one, so each has ids and keys of its own.
 */
export class PreparedFolders {
  private readonly free: PreparedFolder[] = [];
  private made = 0;
  private readonly make: () => Promise<PreparedFolder>;

  constructor(make: () => Promise<PreparedFolder>) {
    this.make = make;
  }

  async copy(): Promise<FolderCopy> {
    const taken = this.made < fewest ? undefined : this.free.shift();
    const prepared = taken ?? (await this.another());
    const parent = mkdtempSync(join(tmpdir(), 'vigie-test-'));
    const folder = join(parent, basename(prepared.folder));
    cpSync(prepared.folder, folder, { recursive: true });
    let isUsed = true;
    return {
      parent,
      folder,
      recoveryKey: prepared.recoveryKey,
      giveBack: () => {
        if (isUsed) this.free.push(prepared);
        isUsed = false;
      },
    };
  }

  private async another(): Promise<PreparedFolder> {
    this.made += 1;
    const prepared = await this.make();
    parents.push(prepared.parent);
    return prepared;
  }
}
