import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { memoryFolder } from './tests/support/memoryFolder.ts';
import { notRunReporter } from './tests/support/notRunReporter.ts';
import { processorReporter } from './tests/support/processorReporter.ts';
import { quickKeys } from './tests/support/quickKeys.ts';
import { leftToWholeRun } from './tests/support/wholeRun.ts';

/** Where no earlier run is known the largest files come first; these are small and long, and would leave one worker alone at the end. */
const longest = /bands|panelTruth|releaseProof|demo|syntheticControl|jointDistribution|analyseCapacity|kill\.test/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

function isLong({ moduleId }: TestSpecification): boolean {
  return longest.test(moduleId);
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx', 'proofs/**/*.test.ts'],
    exclude: ['tests/e2e/**', ...leftToWholeRun],
    // As long as that only on a machine that others use too: none may fail by its load.
    testTimeout: 120_000,
    // A test's workspace is made in a hook, and takes longer while another test computes.
    hookTimeout: 120_000,
    globalSetup: './tests/support/buildReader.ts',
    reporters: ['default', notRunReporter, processorReporter],
    env: { ...memoryFolder(), ...quickKeys() },
    // Another engine than the folder, for the tests of a unit's work.
    setupFiles: [
      './tests/support/processorTime.ts',
      ...(process.env['VIGIE_ENGINE'] === 'postgres' ? ['./tests/support/serverSetup.ts'] : []),
    ],
    // Processes, and without memory protection keys: V8 loses count of its pages of code when threads that compile come and go, and aborts.
    pool: 'forks',
    execArgv: ['--no-memory-protection-keys', '--max-semi-space-size=64'],
    // One more than cores: some tests wait for a process or a server.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Modules hold no state of their own, so files share them: loading them again for each took longer than the tests.
    isolate: false,
    // Pure numbers import nothing else of the house: Node runs them as they are, twice as fast as transformed.
    server: { deps: { external: [/^(?!.*\/tests\/).*\/(db\/estimator|proofs\/calibrate)\//] } },
  },
});
