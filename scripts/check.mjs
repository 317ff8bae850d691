// Every check that needs no run of the product, two at a time: what a check says is shown once it has failed.
import { spawn } from 'node:child_process';

/**
 * The longest first. The store, the page and the tests are linted apart: together they outgrow one process's memory. What
 * `check:types` says, the linter says as well, from the same reading of each project.
 */
const checks = [
  'lint:tests',
  'lint:store',
  'lint:page',
  'check:boundaries',
  'check:unused',
  'check:format',
  'check:text',
];
const atOnce = 2;
/** Types are many and live long: with little room the collector takes a fifth of the time. */
const env = {
  ...process.env,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-old-space-size=6144 --max-semi-space-size=64`,
};

function run(name) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', name], { env, shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    child.on('close', (code) => resolve({ name, said, failed: code !== 0 }));
  });
}

let failures = 0;
async function work() {
  for (let name = checks.shift(); name !== undefined; name = checks.shift()) {
    const { said, failed } = await run(name);
    if (!failed) continue;
    failures += 1;
    process.stderr.write(`${name} failed:\n${said}\n`);
  }
}
await Promise.all(Array.from({ length: atOnce }, work));
process.exitCode = failures === 0 ? 0 : 1;
