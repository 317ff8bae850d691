import type { Reporter, TestModule } from 'vitest/node';

const shown = 10;

/** Says which files took longest by the processor, which does not depend on what else a computer does, as wall time does. No time fails a run. */
export const processorReporter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const files = modules
      .map((module) => ({ name: module.relativeModuleId, seconds: module.meta().processorSeconds ?? 0 }))
      .sort((a, b) => b.seconds - a.seconds);
    if (files.length <= 1) return;
    const minutes = files.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
    const lines = files.slice(0, shown).map(({ name, seconds }) => `  ${seconds.toFixed(1).padStart(5)} s  ${name}`);
    process.stdout.write(`\n${minutes.toFixed(1)} minutes of processor, most of it by:\n${lines.join('\n')}\n`);
  },
};
