import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { tryEach, type BrokenPromise, type Chance } from './promise.ts';
import { Work } from './work.ts';
import { buildTemplate, type Template } from './workload.ts';

/** A disk of its own, which the test may fill and take the right to write from. */
interface SmallDisk {
  readonly path: string;
  readonly remount: (how: 'ro' | 'rw') => void;
  readonly remove: () => void;
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, [...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}

export function smallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'vigie-disk-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'vigie', path);
  return {
    path,
    remount: (how) => {
      run('mount', '-o', `remount,${how}`, path);
    },
    remove: () => {
      run('umount', path);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** As root in Linux, and where the container allows it. */
export function canMount(): boolean {
  try {
    smallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}

/** Leaves so many bytes free, and returns what frees the rest again. */
function fill(path: string, free: number): () => void {
  const filler = join(path, 'filler');
  const { bavail, bsize } = statfsSync(path);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)));
  return () => {
    truncateSync(filler, 0);
  };
}

const isFull = (answer: string): boolean => answer === 'busy disk_full';

/** Works on a disk that is nearly full, then on the same disk with room again, in the same session where one is left. */
async function workWhileFull(disk: string, { test, unitId }: Template, chance: Chance): Promise<readonly string[]> {
  for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
  const folder = join(disk, basename(test.folder));
  cpSync(test.folder, folder, { recursive: true });
  const work = new Work(folder, unitId, chance);
  const wrong: string[] = [];
  work.open();
  if ((await work.signIn()) !== null) return ['could not sign in'];
  for (let each = 0; each < 2; each += 1) await work.act();
  const free = fill(disk, chance.below(chance.oneOf([1, 4096, 30_000, 200_000, 2_000_000])));
  for (let each = 0; each < 6; each += 1) {
    const answer = await work.act();
    if (answer === null || isFull(answer)) continue;
    // A change of key that finds no room closes the store under the old one: the user signs in again.
    if (answer !== 'locked') wrong.push(`while full: ${answer}`);
    const again = await work.signIn();
    if (again !== null && !isFull(again)) wrong.push(`signing in while full: ${again}`);
  }
  free();
  const then = (await work.log()) === 'locked' ? await work.signIn() : null;
  const after = then ?? (await work.log());
  if (after !== null) wrong.push(`with room again: ${after}`);
  return [...wrong, ...(await work.look())];
}

export const fullDisk: BrokenPromise = {
  name: 'full disk',
  promise: 'On a full disk each act is done or refused as such, and nothing that was answered is lost',
  few: 4,
  many: 300,
  tryIt: async (times, chance) => {
    const template = await buildTemplate();
    const disk = smallDisk(16);
    try {
      return await tryEach(times, 'disk', () => workWhileFull(disk.path, template, chance));
    } finally {
      disk.remove();
      template.test.dispose();
    }
  },
};
