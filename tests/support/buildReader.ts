import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { memoryFolder } from './memoryFolder.ts';
import { isWhole } from './whole.ts';

const root = resolve(import.meta.dirname, '../..');
const outDir = resolve(root, 'node_modules/.cache/vigie-reader');

export const builtReader = resolve(outDir, 'reader.js');
export const builtWorker = resolve(outDir, 'worker.js');
/** The same, which answers again what was computed before, and with fewer draws where a test is about something else. */
export const builtAnswers = resolve(outDir, 'answers.js');
export const builtFewDraws = isWhole ? builtAnswers : resolve(outDir, 'fewDraws.js');
/** The same with just so many draws that chains agree: for tests of what rests on a grade. */
export const builtAgreeing = isWhole ? builtAnswers : resolve(outDir, 'agreeing.js');

/**
 * Once for a run: from its sources each reader and each worker would compile them all again. Gives what takes away the answers that the run's
 * processes share.
 */
async function setup(): Promise<() => void> {
  const answers = mkdtempSync(join(memoryFolder().TMPDIR ?? tmpdir(), 'vigie-answers-'));
  process.env['VIGIE_ANSWERS'] = answers;
  // The tests of windows read these paths alone, and need no bundler.
  const { build } = await import('vite');
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
          answers: resolve(root, 'tests/support/answersOfAllDraws.ts'),
          fewDraws: resolve(root, 'tests/support/answersOfFewDraws.ts'),
          agreeing: resolve(root, 'tests/support/answersOfAgreeingChains.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return () => {
    rmSync(answers, { recursive: true, force: true });
  };
}

// Vitest and Playwright both ask for a default.
export { setup as default };
