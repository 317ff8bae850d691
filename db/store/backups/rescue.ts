import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyEncrypted } from '../sqlite/backup.ts';
import { sealKeys, type KeysFile } from '../keysFile.ts';
import { genuineKeys } from '../keyWork.ts';
import type { Store, Unlocked } from '../store.ts';
import { allPurges, knownPurges } from '../wipe.ts';
import { storesBeside } from './beside.ts';
import { factsIn, factsOf } from './facts.ts';
import { backupsFolder, clearPartials } from './files.ts';
import { backupWork } from './make.ts';
import { writeBackup } from './write.ts';

/**
 * What was answered with "saved" may be in a file that has lost its name: while it is open, a backup is made of it, with the key slots as they
 * were before files were replaced. The marks of purges beside the store may be gone with them: then those that the store knows count.
 */
export async function rescue({ raw, key, tx }: Unlocked, folder: string, keys: KeysFile, now: number): Promise<void> {
  try {
    const purgeMarks = keys.kind === 'unit' ? await allPurges(tx, folder).catch(() => knownPurges(tx)) : [];
    clearPartials(backupsFolder(folder));
    writeBackup(backupWork(folder, key, { reason: 'rescued', now, purgeMarks, keys }), undefined, (_, __, target) => {
      copyEncrypted(raw, target);
      return factsOf(raw);
    });
  } catch {
    // The folder may be gone as a whole.
  }
}

/** An earlier version left a bare copy of the store, which nothing listed: under today's key it becomes a backup. */
export async function listRescued(store: Store): Promise<void> {
  const unlocked = store.requireUnlocked();
  const folder = store.requireFolder();
  for (const { name, madeAt, keys: own } of storesBeside(folder)) {
    if (own !== null) continue;
    const path = join(backupsFolder(folder), name);
    try {
      const keys = sealKeys(await store.queue.run(() => genuineKeys(store)), [unlocked]);
      const purgeMarks = await allPurges(unlocked.tx, folder);
      const made = { reason: 'rescued', now: madeAt, purgeMarks, keys } as const;
      writeBackup(backupWork(folder, unlocked.key, made), undefined, (_, key, target) => {
        copyFileSync(path, target);
        return factsIn(path, key);
      });
      rmSync(path);
    } catch {
      // Under an earlier key, or damaged, it stays as it is.
    }
  }
}
