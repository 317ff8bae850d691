import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchVigie } from '../support/launch.ts';
import { quantile, timed, type Measured } from './measure.ts';

const root = resolve(import.meta.dirname, '../..');

/** The least that shows a window, on the same runtime. */
function emptyApplication(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }));
  writeFileSync(
    join(folder, 'main.js'),
    "const { app, BrowserWindow } = require('electron'); app.disableHardwareAcceleration(); app.whenReady().then(() => { new BrowserWindow().loadURL('data:text/html,<h1>Empty</h1>'); });",
  );
  return folder;
}

async function startOnce(appRoot: string, userData: string): Promise<void> {
  const application = await launchVigie({ userData, root: appRoot });
  const page = await application.firstWindow();
  await page.waitForSelector('h1');
  started = performance.now();
  await application.close();
}
let started = 0;

/** From the launch to the first heading on screen; closing is not counted. */
export async function benchStart(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  const measure = async (appRoot: string): Promise<number> => {
    const times: number[] = [];
    await timed(5, async (run) => {
      const began = performance.now();
      await startOnce(appRoot, join(folder, `data-${run}-${appRoot === root ? 'own' : 'empty'}`));
      times.push(started - began);
    });
    return quantile(
      times.sort((a, b) => a - b),
      0.5,
    );
  };
  try {
    const beside = await measure(emptyApplication(join(folder, 'empty')));
    const value = await measure(root);
    return [
      {
        name: 'cold start to the first screen, beside an empty window (median of 5)',
        value: value / 1000,
        unit: 's',
        beside: beside / 1000,
        ratio: value / beside,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
