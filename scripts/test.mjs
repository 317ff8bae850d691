// The unit tests and the end-to-end tests side by side: a window waits most of the time, which leaves a core to the others. What the
// windows say is shown once the unit tests have ended.
import { spawn } from 'node:child_process';

function run(name, stdio) {
  const child = spawn('npm', ['run', '-s', name], { stdio, shell: process.platform === 'win32' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ said, failed: code !== 0 }));
  });
}

const windows = run('test:e2e', ['ignore', 'pipe', 'pipe']);
const units = await run('test:unit', 'inherit');
const { said, failed } = await windows;
process.stdout.write(said);
process.exitCode = units.failed || failed ? 1 : 0;
