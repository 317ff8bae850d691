import { join } from 'node:path';
import { systemClock } from '../kernel/clock.ts';
import { systemIds } from '../kernel/ids.ts';
import { runVigie } from './run.ts';
import { processTerminal } from './terminal.ts';

const options = {
  clock: systemClock,
  newId: systemIds,
  workerPath: join(import.meta.dirname, 'worker.cjs'),
};

void runVigie(process.argv.slice(2), { terminal: processTerminal(), options }).then((exitCode) => {
  process.exitCode = exitCode;
  // What is written drains first; an input that stays open must not keep the process.
  process.stdin.destroy();
});
