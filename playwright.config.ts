import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 90_000,
  // One window at a time: two cores run a renderer, the main process and the store already.
  workers: 1,
  reporter: [['list']],
  outputDir: 'test-results',
});
