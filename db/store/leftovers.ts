import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A workspace takes seconds to build: one that is an hour old was left behind. */
const anHour = 3_600_000;

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const isCut = (name: string): boolean =>
  name === 'keys.json.next' ||
  /^store\.next\.db(-journal|-wal|-shm)?$|\.partial(-journal|-wal|-shm)?$|\.part$/.test(name);

/** Copies that were cut short. Only the holder of the workspace's lock could be writing them. */
export function removeLeftovers(folder: string): void {
  const cut = [folder, join(folder, 'backups')].flatMap((within) =>
    namesIn(within)
      .filter(isCut)
      .map((name) => join(within, name)),
  );
  for (const path of [...cut, ...abandoned(folder)]) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // It stays until it can be removed: nothing rests on it.
    }
  }
}

/** By the clock of the disk, which dates the folders: this computer's may be hours ahead, while another builds beside. Nothing is old where it cannot be read. */
function timeOfDisk(folder: string): number {
  const mark = join(folder, 'now.part');
  try {
    writeFileSync(mark, '');
    const { mtimeMs } = statSync(mark);
    rmSync(mark);
    return mtimeMs;
  } catch {
    return 0;
  }
}

function abandoned(folder: string): readonly string[] {
  const parent = dirname(folder);
  const building = namesIn(parent).filter((name) => name.endsWith('.vigie.building'));
  if (building.length === 0) return [];
  const now = timeOfDisk(folder);
  return building
    .map((name) => join(parent, name))
    .filter((path) => now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > anHour);
}
