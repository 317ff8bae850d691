// `npm run load -- --desks 60 --minutes 10 --pause 4`: simulated workstations on a server of their own, with kills of both.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOT } from './setup/processes.mjs';

const number = { type: /** @type {const} */ ('string') };
const { values } = parseArgs({ options: { desks: number, minutes: number, pause: number } });
const given = Object.entries(values).map(([name, value]) => [`VIGIE_LOAD_${name.toUpperCase()}`, value]);
const { status } = spawnSync('vitest', ['run', '--config', 'vitest.bench.config.ts', 'tests/load'], {
  cwd: ROOT,
  env: { ...process.env, ...Object.fromEntries(given) },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
