import { existsSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { builtStore } from '../../tests/support/storeProcess.ts';
import { isWhole } from '../../tests/support/whole.ts';
import { calls } from './calls.ts';
import { checkBesideBackup } from './checkBesideBackup.ts';
import { flippedBytes } from './flippedBytes.ts';
import { folderGone } from './folderGone.ts';
import { foreignFiles } from './foreignFiles.ts';
import { canMount, fullDisk } from './fullDisk.ts';
import { kills } from './kills.ts';
import { marker } from './marker.ts';
import { movedClock } from './movedClock.ts';
import { canTrace, powerCuts } from './powerCuts.ts';
import { chanceOf, type BrokenPromise, type Outcome } from './promise.ts';
import { readOnlyFolder } from './readOnlyFolder.ts';

const isTorture = process.env['VIGIE_TORTURE'] !== undefined;
const seed = Number(process.env['VIGIE_SEED'] ?? 1);
/** Of one line that is run by itself. */
const times = process.env['VIGIE_TIMES'];
const promises: readonly BrokenPromise[] = [
  ...[kills, powerCuts, flippedBytes, checkBesideBackup],
  ...[fullDisk, readOnlyFolder, folderGone, movedClock],
  ...[foreignFiles, calls, marker],
];

/** To prepare what they break takes longer than a file of `npm test` may. */
const long: readonly string[] = [kills.name, calls.name];

const ofBuilt: readonly string[] = [kills.name, powerCuts.name, marker.name];

/** Names why a promise cannot be tried here. */
function missing({ name }: BrokenPromise): string | null {
  if (long.includes(name) && !isWhole && !isTorture && times === undefined) return 'npm run test:all tries it';
  if (ofBuilt.includes(name) && !existsSync(builtStore)) return 'dist/main/store.cjs is not built';
  if (name === powerCuts.name && !canTrace) return 'strace is not installed';
  const isMounting = name === fullDisk.name || name === readOnlyFolder.name;
  return isMounting && !canMount() ? 'a disk can be mounted by root alone' : null;
}

const lines: string[] = [];

/** Without a few, a line is of the whole run alone. */
it.for(promises.filter(({ few }) => isTorture || few > 0))(
  '$name',
  { timeout: 28_800_000 },
  async (broken, { skip }) => {
    const reason = missing(broken);
    // In `npm test` it is listed as not run; the whole run has failed where a line of it tried nothing.
    if (reason !== null && !isTorture) skip(reason);
    const began = performance.now();
    const none: Outcome = { tried: 0, kept: 0, lost: [String(reason)] };
    const { many, few } = broken;
    const { tried, kept, lost } =
      reason === null ? await broken.tryIt(Number(times ?? (isTorture ? many : few)), chanceOf(seed)) : none;
    const seconds = Math.round((performance.now() - began) / 1000);
    lines.push(
      `${broken.promise}: tried ${String(tried)}, kept ${String(kept)}, lost ${String(lost.length)} (${String(seconds)} s)`,
    );
    expect(lost).toEqual([]);
    expect(tried).toBeGreaterThan(0);
    expect(kept).toBe(tried);
  },
);

afterAll(() => {
  process.stdout.write(`\nSeed ${String(seed)}\n${lines.join('\n')}\n`);
});
