import type { HoldingBackup } from '#contract/store/backups';
import { readKeys } from '../keysFile.ts';
import type { Store } from '../store.ts';
import { storesBeside } from './beside.ts';
import { backupsIn } from './files.ts';
import { placesOf } from './places.ts';
import { expiryOf } from './rotation.ts';

/**
 * For a certificate of destruction: the backups made before that moment, which still hold what was purged then, and from which day each is
 * no more. A second place that cannot be reached is named alone; a store that a restore moved aside has no day.
 */
export async function backupsBefore(store: Store, at: number): Promise<HoldingBackup[]> {
  if (store.server) return [{ place: 'server', name: null, expiresAt: null }];
  const folder = store.requireFolder();
  const { workspaceId } = readKeys(folder);
  const places = await placesOf(store.requireUnlocked().tx, folder);
  const beside = storesBeside(folder)
    .filter(({ madeAt }) => madeAt < at)
    .map(({ name }): HoldingBackup => ({ place: 'workspace', name, expiresAt: null }));
  const backups = places.flatMap(({ place, folder: each }): HoldingBackup[] => {
    const all = backupsIn(each, workspaceId);
    if (all === null) return place === 'second' ? [{ place, name: null, expiresAt: null }] : [];
    return all
      .filter(({ madeAt }) => madeAt < at)
      .map((backup) => ({ place, name: backup.name, expiresAt: expiryOf(backup, all) }));
  });
  return [...backups, ...beside];
}
