// `npm run demo`: the product's main job on fictitious data, without a hand on it. Everything it makes is in demo-output.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runDemonstration } from './demo/main.mjs';
import { TWELVE, sizeOf } from './demo/views.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { ROOT, say } from './setup/processes.mjs';

const several = { type: 'string', multiple: true };
const { values: options } = parseArgs({
  options: {
    // Every screen, and not the twelve that say what the product is about.
    all: { type: 'boolean', default: false },
    // Puts the pictures of README in their place.
    images: { type: 'boolean', default: false },
    'both-themes': { type: 'boolean', default: false },
    // Every role, and two new workspaces with no data.
    whole: { type: 'boolean', default: false },
    // `1280x720`, or `1280x720@2` at 200 %.
    size: { ...several, default: ['1440x900'] },
    locale: { ...several, default: ['en', 'fr'] },
    theme: several,
  },
});
const views = {
  sizes: options.size.map(sizeOf),
  locales: options.locale,
  themes: options.theme ?? (options['both-themes'] ? ['light', 'dark'] : ['light']),
  ...(!options.all && !options.whole && { only: TWELVE }),
};

try {
  await ensureBuilt(say);
  await runDemonstration(join(ROOT, 'demo-output'), { views, isWhole: options.whole, withImages: options.images }, say);
} catch (error) {
  process.stderr.write(`${String(error?.stack ?? error)}\n`);
  process.exitCode = 1;
}
