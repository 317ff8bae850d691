// Run by Node itself under the moved clock: builds the demonstration of a day in a folder of its own, from the sources.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDemonstration } from '../../db/entry/demo/prepare.ts';
import { readersByNode } from '../../db/ground/foreign/startNode.ts';
import { ROOT } from '../setup/processes.mjs';

const built = join(ROOT, 'dist', 'main');
const processes = {
  workerPath: join(built, 'worker.cjs'),
  startReader: readersByNode(join(built, 'reader.cjs'), ROOT),
};
const job = { progress: () => undefined, checkpoint: () => undefined, breathe: () => Promise.resolve() };

const folder = mkdtempSync(join(tmpdir(), 'vigie-calendar-'));
try {
  await prepareDemonstration(folder, processes, job, process.argv[2]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
