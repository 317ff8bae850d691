import { accessSync, constants, existsSync } from 'node:fs';
import { findSetting } from '../settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { backupsFolder } from './files.ts';

/** After how many days without one the header reminds. */
const usualDays = 3;

export async function backupSettings(db: Pick<ReadDb, 'select'>): Promise<{ folder: string | null; days: number }> {
  return (await findSetting(db, 'backupPlace')) ?? { folder: null, days: usualDays };
}

export function isReachable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return existsSync(folder);
  } catch {
    return false;
  }
}

/** Where the backups of a workspace lie: its own folder and, where set, the second place. */
export async function placesOf(
  db: Pick<ReadDb, 'select'>,
  folder: string,
): Promise<readonly { readonly place: 'workspace' | 'second'; readonly folder: string }[]> {
  const second = (await backupSettings(db)).folder;
  return [
    { place: 'workspace', folder: backupsFolder(folder) },
    ...(second === null ? [] : [{ place: 'second' as const, folder: second }]),
  ];
}
