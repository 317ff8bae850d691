import { defineConfig } from 'vitest/config';
import { memoryFolder } from './tests/support/memoryFolder.ts';
import { notRunReporter } from './tests/support/notRunReporter.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    testTimeout: 30_000,
    // A test's workspace is made in a hook, and takes longer while another test computes.
    hookTimeout: 120_000,
    globalSetup: './tests/support/buildReader.ts',
    reporters: ['default', notRunReporter],
    env: memoryFolder(),
    // Processes, and without memory protection keys: V8 loses count of its pages of code when threads that compile come and go, and aborts.
    pool: 'forks',
    execArgv: ['--no-memory-protection-keys'],
    maxWorkers: 2,
    // Modules hold no state of their own, so files share them: loading them anew for each took longer than the tests.
    isolate: false,
  },
});
