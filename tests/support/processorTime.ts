import { readFileSync } from 'node:fs';
import { afterAll } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Seconds of processor that a file took, its threads and ended child processes included. */
    processorSeconds?: number;
  }
}

const ticksPerSecond = 100;

/** Of child processes that have ended; only Linux tells. */
function childrensSeconds(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // The name of the program comes before, in brackets, and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  } catch {
    return 0;
  }
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childrensSeconds();
}

const start = processorSeconds();
// Registered before any of the file's own hooks, it runs after them.
afterAll(({}, suite) => {
  suite.file.meta.processorSeconds = processorSeconds() - start;
});
