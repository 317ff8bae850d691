import { defineConfig } from '@playwright/test';
import { memoryFolder } from './tests/support/memoryFolder.ts';

Object.assign(process.env, memoryFolder());

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 120_000,
  // Two windows at a time: a test waits for the screen and for keys to be derived more than it computes.
  workers: 3,
  // A test that fails once in a while fails the run, so that its cause is found.
  retries: 0,
  reporter: [['list']],
  outputDir: 'test-results',
});
