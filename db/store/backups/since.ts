import { existsSync } from 'node:fs';
import { openForReading, readDb, type RawDatabase } from '../sqlite/connection.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { storePath } from '../folder.ts';
import { keysPath, readKeys, type KeysFile } from '../keysFile.ts';
import { recoveryOwner } from '../keySlots.ts';
import type { PurgeMark } from '../purgeMarks.ts';
import { allPurges } from '../wipe.ts';
import { readBackup } from './check.ts';
import { backupsIn, type BackupFile } from './files.ts';
import { keyThatOpens } from './keys.ts';
import { keysIn, openBySecret, type RestoreSecret } from './secret.ts';

/** What happened after a backup was made, and must hold for the store that comes out of it. */
export interface Since {
  readonly disabledUsers: readonly string[];
  readonly purgeMarks: readonly PurgeMark[];
  readonly generation: number;
  /** The public half of the recovery key; null where there is none. */
  readonly recovery: string | null;
}

export function recoveryIn({ slots }: KeysFile): string | null {
  return slots.find(({ owner }) => owner === recoveryOwner)?.publicKey ?? null;
}

const isWrongKey = (error: unknown): boolean => error instanceof StoreFailure && error.code === 'wrong_key';
/** Who cannot open what is newer does not decide what comes back of the older: a passphrase that was taken away opens nothing. */
const locked = (): StoreFailure => new StoreFailure('forbidden', 'newer_backup_locked');

function openWith(path: string, keys: readonly Buffer[]): RawDatabase | null {
  for (const key of keys) {
    try {
      return openForReading(path, key);
    } catch {
      // Another key, or a damaged store: the newest backup is asked instead.
    }
  }
  return null;
}

/** Of the store that is there now. Null where there is none or it is too damaged to say. */
async function fromStore(folder: string, workspaceId: string, secret: RestoreSecret): Promise<Since | null> {
  if (!existsSync(keysPath(folder)) || !existsSync(storePath(folder))) return null;
  let keysFile;
  try {
    keysFile = readKeys(folder);
  } catch {
    return null;
  }
  if (keysFile.workspaceId !== workspaceId) throw new StoreFailure('conflict', 'backup_of_another_workspace');
  const { keys } = await openBySecret(keysFile, secret).catch((error: unknown) => {
    throw isWrongKey(error) ? locked() : error;
  });
  const raw = openWith(storePath(folder), keys);
  if (!raw) return null;
  try {
    const disabledUsers = raw.prepare('SELECT id FROM user WHERE disabled = 1').pluck().all() as string[];
    const purgeMarks = await allPurges(readDb(raw), folder);
    return { disabledUsers, purgeMarks, generation: keysFile.generation, recovery: recoveryIn(keysFile) };
  } catch {
    return null;
  } finally {
    raw.close();
  }
}

async function fromBackup({ path, generation }: BackupFile, secret: RestoreSecret): Promise<Since> {
  const keysFile = keysIn(path);
  const { keys } = await openBySecret(keysFile, secret).catch((error: unknown) => {
    throw isWrongKey(error) ? locked() : error;
  });
  const { key } = keyThatOpens(path, keys);
  const { disabledUsers, purgeMarks } = readBackup(path, key);
  return { disabledUsers, purgeMarks, generation, recovery: recoveryIn(keysFile) };
}

/** From the store in the place, and from the newest backup in any of the folders that was made after the chosen one. */
export async function lookUpSince(
  { madeAt, workspaceId }: { readonly madeAt: number; readonly workspaceId: string },
  { folder, backups }: { readonly folder: string; readonly backups: readonly string[] },
  secret: RestoreSecret,
): Promise<readonly Since[]> {
  const present = await fromStore(folder, workspaceId, secret);
  const [newest] = [...new Set(backups)]
    .flatMap((each) => backupsIn(each, workspaceId) ?? [])
    .filter((each) => each.madeAt > madeAt)
    .sort((a, b) => b.madeAt - a.madeAt);
  const newer = newest ? await fromBackup(newest, secret) : null;
  return [present, newer].filter((each) => each !== null);
}
