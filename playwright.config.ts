import { defineConfig } from '@playwright/test';
import { memoryFolder } from './tests/support/memoryFolder.ts';

Object.assign(process.env, memoryFolder());

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 120_000,
  // Two windows at a time: a test waits for the screen and for keys to be derived more than it computes.
  workers: 2,
  // Two windows on two cores now and then outlast a wait; what passes only at the second time is reported as flaky.
  retries: 1,
  reporter: [['list']],
  outputDir: 'test-results',
});
