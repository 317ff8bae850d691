import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';

const at = (path: string): string => resolve(import.meta.dirname, path);

// chrome130 and node20 are what the fallback runtime offers; the official one is newer, so one bundle serves both.
export default defineConfig({
  main: {
    build: {
      outDir: 'dist/main',
      target: 'node20',
      externalizeDeps: { exclude: ['uuidv7', 'zod', 'date-fns', 'ical-generator', '@cj-tech-master/excelts'] },
      rolldownOptions: {
        input: {
          main: at('electron/main/main.ts'),
          store: at('db/entry/entry.ts'),
          worker: at('db/entry/workerEntry.ts'),
          reader: at('db/entry/readerEntry.ts'),
          vigie: at('db/entry/cli/vigie.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      target: 'node20',
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('dist/renderer'),
      target: 'chrome130',
      emptyOutDir: true,
      // Off by default in electron-vite; the page has no cache on the disk, so every start reads it all again.
      minify: true,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
