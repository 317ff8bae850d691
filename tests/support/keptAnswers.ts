import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { ComputeTask } from '../../db/store/types.ts';

/**
 * The worker of the laboratory as tests have it. The same input has the same answer (`tasks.test`), so what this process of tests has computed
 * once is answered again, whichever workspace asks: many are copies of one. Command-line tests have the worker itself.
 */
export const answersFolder = join(tmpdir(), `vigie-answers-${String(process.pid)}`);

/** What is computed from its input alone, and takes longer than looking it up. */
const kept: ReadonlySet<string> = new Set<ComputeTask['name']>([
  ...(['chains', 'judge', 'estimate', 'crossChecks', 'sensitivity', 'placebos', 'backtest'] as const),
]);

function isKept({ name, input }: ComputeTask): boolean {
  // A first answer must come before the last one.
  const isEarly = name === 'chains' && (input as { readonly isEarly: boolean }).isEarly;
  return kept.has(name) && !isEarly;
}

function pathOf(task: ComputeTask): string {
  return join(answersFolder, createHash('sha256').update(serialize(task)).digest('hex'));
}

function readKept(path: string): unknown {
  try {
    return deserialize(readFileSync(path));
  } catch {
    return undefined;
  }
}

type Message = { readonly type: string; readonly output?: unknown };

const port = parentPort;
if (port) {
  const task = workerData as ComputeTask;
  const path = isKept(task) ? pathOf(task) : null;
  const found = path === null ? undefined : readKept(path);
  if (found !== undefined) port.postMessage({ type: 'done', output: found } satisfies Message);
  else {
    const post = port.postMessage.bind(port);
    port.postMessage = (message: Message) => {
      if (path !== null && message.type === 'done') {
        mkdirSync(answersFolder, { recursive: true });
        const fresh = `${path}.${String(threadId)}`;
        writeFileSync(fresh, serialize(message.output));
        renameSync(fresh, path);
      }
      post(message);
    };
    await import('../../db/entry/workerEntry.ts');
  }
}
