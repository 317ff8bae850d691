import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { leftToWholeRun } from './wholeRun.ts';

/** Names every test that was not run: a skipped test that nobody sees is a test that nobody misses. */
export const notRunReporter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const notRun: TestCase[] = modules.flatMap((module) => [...module.children.allTests('skipped')]);
    if (leftToWholeRun.length > 0)
      process.stdout.write(`\nFiles that \`npm run test:all\` alone runs:\n  ${leftToWholeRun.join('\n  ')}\n`);
    if (notRun.length === 0) return;
    const lines = notRun.map((test) => `  ${test.module.relativeModuleId}: ${test.fullName}`);
    process.stdout.write(`\n${String(notRun.length)} tests were not run:\n${lines.join('\n')}\n`);
  },
};
