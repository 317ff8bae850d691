import { copyEncrypted } from '../sqlite/backup.ts';
import type { KeysFile } from '../keysFile.ts';
import type { Unlocked } from '../store.ts';
import { allPurges, knownPurges } from '../wipe.ts';
import { factsOf } from './facts.ts';
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
