// `npm run load -- --desks 60 --minutes 10 --pause 4`: simulated workstations on a server of their own, with kills of both.
// `npm run load -- --rows 1000000`: lists, search and import of a large workspace in a folder and on a server, near and far.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOT } from './setup/processes.mjs';

const number = { type: /** @type {const} */ ('string') };
const { values } = parseArgs({ options: { desks: number, minutes: number, pause: number, rows: number } });
const given = Object.entries(values).map(([name, value]) => [`VIGIE_LOAD_${name.toUpperCase()}`, value]);
const file = values.rows === undefined ? 'office' : 'distance';
const { status } = spawnSync('vitest', ['run', '--config', 'vitest.bench.config.ts', `tests/load/${file}.bench.ts`], {
  cwd: ROOT,
  env: { ...process.env, ...Object.fromEntries(given) },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
