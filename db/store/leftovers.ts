import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A workspace takes seconds to build: one that has stood for an hour was left behind. */
const anHour = 3_600_000;

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Copies that were cut short. Whoever holds the workspace's lock is the only one who could be writing them. */
export function removeLeftovers(folder: string, now: number): void {
  const backups = join(folder, 'backups');
  const cut = [
    ...namesIn(folder)
      .filter(
        (name) =>
          name === 'keys.json.next' || /^store\.next\.db(-journal|-wal|-shm)?$/.test(name) || /\.part$/.test(name),
      )
      .map((name) => join(folder, name)),
    ...namesIn(backups)
      .filter((name) => /\.partial(-journal|-wal|-shm)?$/.test(name) || /\.part$/.test(name))
      .map((name) => join(backups, name)),
  ];
  for (const path of cut) rmSync(path, { force: true });
  for (const path of abandoned(folder, now)) rmSync(path, { recursive: true, force: true });
}

function abandoned(folder: string, now: number): readonly string[] {
  const parent = dirname(folder);
  return namesIn(parent)
    .filter((name) => name.endsWith('.vigie.building'))
    .map((name) => join(parent, name))
    .filter((path) => now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > anHour);
}
