import { defineConfig } from '@playwright/test';
import { memoryFolder } from './tests/support/memoryFolder.ts';
import { quickKeys } from './tests/support/quickKeys.ts';

Object.assign(process.env, memoryFolder(), quickKeys());

const stories = ['stories/**/*.spec.ts', 'accounts/newcomer.spec.ts'];

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/buildReader.ts',
  // The stories are the longest: last, they would leave one window alone at the end.
  projects: [
    { name: 'stories', testMatch: stories },
    { name: 'screens', testIgnore: stories },
  ],
  // Limits end what hangs; they do not measure a loaded machine.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  workers: 3,
  // A test that fails once in a while fails the run, so that its cause is found.
  retries: 0,
  reporter: [['list']],
  outputDir: 'test-results',
});
