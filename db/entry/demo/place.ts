import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './shipped.ts';

export const demonstrationFolders = Object.values(folderOf);

/** Makes both workspaces aside and puts them in place when whole: a demonstration is there or it is not. `again` replaces the one that is. */
export async function placeWhole(
  folder: string,
  again: boolean,
  make: (building: string) => Promise<void>,
): Promise<readonly string[]> {
  if (!again && demonstrationFolders.every((name) => existsSync(join(folder, name)))) return demonstrationFolders;
  const building = join(folder, 'building');
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  try {
    await make(building);
    for (const name of [...demonstrationFolders, 'packs', 'sample']) {
      rmSync(join(folder, name), { recursive: true, force: true });
      renameSync(join(building, name), join(folder, name));
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return demonstrationFolders;
}
