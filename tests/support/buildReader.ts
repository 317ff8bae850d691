import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const outDir = resolve(root, 'node_modules/.cache/vigie-reader');

export const builtReader = resolve(outDir, 'reader.js');
export const builtWorker = resolve(outDir, 'worker.js');
/** The same, which answers again what was computed before. */
export const builtAnswers = resolve(outDir, 'answers.js');

/** Once for a run: from its sources each reader and each worker would compile them all again. */
export async function setup(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      // Replaced, not removed: another run may be starting its threads from them.
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: {
        input: {
          reader: resolve(root, 'db/entry/readerEntry.ts'),
          worker: resolve(root, 'db/entry/workerEntry.ts'),
          answers: resolve(root, 'tests/support/keptAnswers.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}
