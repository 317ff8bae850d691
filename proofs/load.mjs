// `npm run load -- --desks 60 --minutes 10 --pause 4`: simulated workstations on a server of their own, with kills of both.
// `npm run load -- --minutes 1 --standby synchronous`: the server is killed once and its standby promoted (`asynchronous`: what is lost is counted).
// `npm run load -- --rows 1000000`: lists, search and import of a large workspace in a folder and on a server, near and far.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOT } from '../scripts/setup/processes.mjs';

const text = { type: /** @type {const} */ ('string') };
const { values } = parseArgs({ options: { desks: text, minutes: text, pause: text, rows: text, standby: text } });
const given = Object.entries(values).map(([name, value]) => [`VIGIE_LOAD_${name.toUpperCase()}`, value]);
const file = values.rows === undefined ? 'office' : 'distance';
const { status } = spawnSync('vitest', ['run', '--config', 'vitest.bench.config.ts', `proofs/load/${file}.bench.ts`], {
  cwd: ROOT,
  env: { ...process.env, ...Object.fromEntries(given) },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
