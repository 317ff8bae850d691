import { readdirSync, rmSync, statSync } from 'node:fs';
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
export function removeLeftovers(folder: string, now: number): void {
  const cut = [folder, join(folder, 'backups')].flatMap((within) =>
    namesIn(within)
      .filter(isCut)
      .map((name) => join(within, name)),
  );
  for (const path of [...cut, ...abandoned(folder, now)]) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // It stays until it can be removed: nothing rests on it.
    }
  }
}

function abandoned(folder: string, now: number): readonly string[] {
  const parent = dirname(folder);
  return namesIn(parent)
    .filter((name) => name.endsWith('.vigie.building'))
    .map((name) => join(parent, name))
    .filter((path) => now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > anHour);
}
