import { defineConfig } from 'vitest/config';

/** Measures: `npm run bench`, which asserts nothing of a time, and `npm run load`. */
export default defineConfig({
  test: {
    include: ['proofs/bench/*.bench.ts', 'proofs/load/*.bench.ts'],
    testTimeout: 1_800_000,
    globalSetup: './tests/support/buildReader.ts',
    fileParallelism: false,
    disableConsoleIntercept: true,
    // As Node runs them: transformed, each call goes through a getter, and a plan took three and a half times as long as in the product.
    server: { deps: { external: [/^(?!.*\/tests\/).*\/(db\/estimator|proofs\/calibrate)\//] } },
  },
});
