import { join } from 'node:path';
import type { FromCommand, ToCommand } from '#contract/store/commandProtocol';
import { clockOf } from '../../ground/kernel/clock.ts';
import { computerName } from '../../ground/kernel/computer.ts';
import { readersByNode } from '../../ground/foreign/startNode.ts';
import { systemIds } from '../../ground/kernel/ids.ts';
import { parentOf } from '../../ground/kernel/parent.ts';
import { handlers } from '../handlers.ts';
import { iterationsIn } from '../../store/keyWork.ts';
import { hearApplication } from './application.ts';
import { seenPath } from './seenPath.ts';
import { runVigie } from './run.ts';
import { processStreams } from './terminal.ts';

const options = {
  handlers,
  clock: clockOf(import.meta.dirname),
  newId: systemIds,
  ...iterationsIn(import.meta.dirname),
  workerPath: join(import.meta.dirname, 'worker.cjs'),
  seenPath: seenPath(),
  computer: computerName(),
  startReader: readersByNode(join(import.meta.dirname, 'reader.cjs'), join(import.meta.dirname, '..', '..')),
};

async function run(): Promise<void> {
  const parent = parentOf<ToCommand, FromCommand>();
  if (!parent) {
    // Without permissions no reader of foreign files starts, and the cause would not be seen.
    const oldNode = process.allowedNodeEnvironmentFlags.has('--permission') ? null : process.versions.node;
    process.exitCode = await runVigie(process.argv.slice(2), { terminal: processStreams(), options, oldNode });
    // What is written drains first; an input that stays open must not keep the process.
    process.stdin.destroy();
    return;
  }
  const { args, terminal, print, startReader } = await hearApplication(parent);
  process.exitCode = await runVigie(args, { terminal, options: { ...options, print, startReader } });
  // The channel to the application keeps the process: it ends once what was written has drained.
  process.stdout.write('', () => {
    process.stderr.write('', () => process.exit());
  });
}

void run();
