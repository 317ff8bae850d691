// `npm run dev`: the window on a kept demonstration, signed in, which follows every change of the sources. F12 opens the page's tools.
import { parseArgs } from 'node:util';
import { openWorkshop } from './dev/workshop.mjs';

const { values: options } = parseArgs({
  options: {
    // `coordination/coordonnatrice`, `unit/enqueteur` and so on.
    as: { type: 'string', default: 'unit/superviseure' },
    // The screen to begin on; `/gallery` shows the components of renderer/ui.
    at: { type: 'string', default: '' },
    // Main's inspector; the store's, the reader's, the page's and the development server follow it.
    port: { type: 'string', default: '9229' },
  },
});
const [kind, login] = options.as.split('/');

try {
  await openWorkshop({ kind, login, path: options.at }, Number(options.port));
} catch (error) {
  process.stderr.write(`${String(error?.stack ?? error)}\n`);
  process.exit(1);
}
