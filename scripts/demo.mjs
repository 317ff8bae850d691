// `npm run demo`: the product's main job on fictitious data, without a hand on it. Everything it makes is in demo-output.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runDemonstration } from './demo/main.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ROOT, say } from './setup/processes.mjs';

const { values: options } = parseArgs({
  options: { 'both-themes': { type: 'boolean', default: false }, size: { type: 'string', default: '1440x900' } },
});
const themes = options['both-themes'] ? ['light', 'dark'] : ['light'];
const [width, height] = options.size.split('x').map(Number);

try {
  await ensureBuilt(say);
  await runDemonstration(join(ROOT, 'demo-output'), { themes, size: { width, height } }, say);
} catch (error) {
  process.stderr.write(`${String(error?.stack ?? error)}\n`);
  process.exitCode = 1;
}
