// `npm run demo`: the product's main job on fictitious data, without a hand on it. Everything it makes is in demo-output.
import { join } from 'node:path';
import { runDemonstration } from './demo/main.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ROOT, say } from './setup/processes.mjs';

const themes = process.argv.includes('--both-themes') ? ['light', 'dark'] : ['light'];

try {
  await ensureBuilt(say);
  await runDemonstration(join(ROOT, 'demo-output'), { themes }, say);
} catch (error) {
  process.stderr.write(`${String(error?.stack ?? error)}\n`);
  process.exitCode = 1;
}
