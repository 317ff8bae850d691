import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchVigie } from '../../tests/support/launch.ts';
import { quantile, type Measured } from './measure.ts';

const root = resolve(import.meta.dirname, '../..');

/** The least that shows a window, on the same runtime. */
export function emptyApplication(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }));
  writeFileSync(
    join(folder, 'main.js'),
    "const { app, BrowserWindow } = require('electron'); app.disableHardwareAcceleration(); app.whenReady().then(() => { new BrowserWindow().loadURL('data:text/html,<h1>Empty</h1>'); });",
  );
  return folder;
}

/** Milliseconds from the launch to the first heading on screen; closing is not counted. */
async function startOnce(appRoot: string, userData: string): Promise<number> {
  const began = performance.now();
  const application = await launchVigie({ userData, root: appRoot, day: null });
  const page = await application.firstWindow();
  await page.waitForSelector('h1');
  const ended = performance.now();
  await application.close();
  return ended - began;
}

const median = (times: readonly number[]): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );

const RUNS = 9;

/** The two in turn, so that what else the computer does weighs on both; the ratio is the median of the pairs' ratios. */
export async function benchStart(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  try {
    const empty = emptyApplication(join(folder, 'empty'));
    const pairs: { readonly own: number; readonly beside: number }[] = [];
    // The first pair reads the programs from the disk, and whichever came first would pay for it.
    for (let run = 0; run <= RUNS; run += 1) {
      const beside = await startOnce(empty, join(folder, `empty-${run}`));
      const own = await startOnce(root, join(folder, `own-${run}`));
      if (run > 0) pairs.push({ own, beside });
    }
    return [
      {
        name: `cold start to the first screen, beside an empty window (median of ${RUNS})`,
        value: median(pairs.map((pair) => pair.own)) / 1000,
        unit: 's',
        beside: median(pairs.map((pair) => pair.beside)) / 1000,
        ratio: median(pairs.map((pair) => pair.own / pair.beside)),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
