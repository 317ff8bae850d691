import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const outDir = resolve(root, 'node_modules/.cache/vigie-reader');

export const builtReader = resolve(outDir, 'reader.js');

/** Once for a run: from its sources each file's reader would compile them all again. */
export async function setup(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(root, 'db/entry/readerEntry.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'reader.js' } },
    },
  });
}
