import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { BrokenPromise } from './promise.ts';

interface Found {
  readonly what: string;
  readonly looked: number;
  readonly with: readonly string[];
}

const root = resolve(import.meta.dirname, '../..');

/** The application with a display of its own, which may write dumps. */
function run(): Promise<string> {
  const command = `ulimit -c unlimited; exec node scripts/withDisplay.mjs node proofs/torture/marker/run.ts`;
  return new Promise((done, failed) => {
    const child = spawn('/bin/sh', ['-c', command], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let errors = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.once('exit', (code) => {
      if (code === 0) done(said);
      else failed(new Error(errors.slice(-2000)));
    });
  });
}

export const marker: BrokenPromise = {
  name: 'marker',
  promise: 'What was read is in no file, dump or memory but main’s after a lock, and in no file or dump after a crash',
  few: 0,
  many: 5,
  tryIt: async (times) => {
    const lost: string[] = [];
    let tried = 0;
    let kept = 0;
    for (let time = 0; time < times; time += 1) {
      const [open, ...after] = JSON.parse(await run()) as readonly Found[];
      // Where it is not found while the workspace is open, the search itself is blind.
      if (open === undefined || open.with.length === 0) lost.push('the marker was not found where it is');
      for (const { what, looked, with: found } of after) {
        tried += looked;
        kept += looked - found.length;
        lost.push(...found.map((each) => `${what}: ${each}`));
      }
    }
    return { tried, kept, lost };
  },
};
