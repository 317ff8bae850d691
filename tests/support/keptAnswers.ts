import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { Posterior } from '../../db/estimator/estimate.ts';
import type { ChainsAsked, Sampler } from '../../db/estimator/tasks.ts';
import type { ComputeTask } from '../../db/store/types.ts';
import { renamed, unitNames } from './unitNames.ts';

/**
 * The worker of the laboratory as tests have it. The same input has the same answer (`tasks.test`), so what this run of tests has computed
 * once is answered again, whichever workspace asks: units are computed under names that follow from their order, not under ids that are new
 * each time. `vigie analyse` is tested with the worker itself, since it tells units by their names.
 */
const answersFolder = process.env['VIGIE_ANSWERS'] ?? join(tmpdir(), `vigie-answers-${String(process.pid)}`);

/** What is computed from its input alone, and takes longer than looking it up. */
const kept: ReadonlySet<string> = new Set<ComputeTask['name']>([
  ...(['chains', 'judge', 'estimate', 'crossChecks', 'sensitivity', 'placebos'] as const),
  ...(['backtest', 'planning', 'reference'] as const),
]);

type Message = { readonly type: string; readonly output?: unknown };

interface Asked {
  readonly posterior?: Posterior | undefined;
  readonly isEarly?: boolean;
}

/** By all that the answer rests on; a posterior, which is long, by how its chains went. */
function pathOf({ name, input }: ComputeTask): string {
  const { posterior, isEarly: _, ...asked } = input as Asked;
  const fit = posterior && [posterior.fit.diagnostics, posterior.fit.worst];
  // Figures to be judged are a list.
  const task = serialize([name, Array.isArray(input) ? input : asked, fit]);
  return join(answersFolder, createHash('sha256').update(task).digest('hex'));
}

/** What the worker said on its way and at the end, but for how far it was; a first answer where it is asked for, and not otherwise. */
function readKept(path: string, isEarly: boolean): readonly Message[] | undefined {
  try {
    const said = deserialize(readFileSync(path)) as Message[];
    const early = said.filter(({ type }) => type === 'early');
    if (!isEarly) return said.slice(early.length);
    return early.length > 0 ? said : undefined;
  } catch {
    return undefined;
  }
}

function keep(path: string, messages: readonly Message[]): void {
  const fresh = `${path}.${String(process.pid)}.${String(threadId)}`;
  writeFileSync(fresh, serialize(messages));
  renameSync(fresh, path);
}

const millisecondsBetweenLooks = 100;
/** A thread that was ended says nothing more: another computes after this time. */
const longestSilence = 5000;

/** Whether another thread is at the same answer, and still at work. */
function isAtWork(mark: string): boolean {
  try {
    return Date.now() - statSync(mark).mtimeMs < longestSilence;
  } catch {
    return false;
  }
}

/** Runs the worker; a sampler that is given takes the place of the application's own. */
export async function answer(sampler?: Sampler): Promise<void> {
  const port = parentPort;
  if (!port) return;
  const task = workerData as { -readonly [K in keyof ComputeTask]: ComputeTask[K] };
  if (kept.has(task.name)) {
    const names = unitNames(task.input);
    task.input = renamed(task.input, names.given);
    if (task.name === 'chains')
      task.input = { ...(task.input as ChainsAsked), sampler: (task.input as ChainsAsked).sampler ?? sampler };
    const path = pathOf(task);
    const post = port.postMessage.bind(port);
    const postBack = (message: Message) => {
      post(renamed(message, names.back));
    };
    const isEarly = (task.input as Asked).isEarly === true;
    const mark = `${path}.mark`;
    let found = readKept(path, isEarly);
    while (found === undefined && isAtWork(mark)) {
      await setTimeout(millisecondsBetweenLooks);
      found = readKept(path, isEarly);
    }
    if (found !== undefined) found.forEach(postBack);
    else {
      mkdirSync(answersFolder, { recursive: true });
      writeFileSync(mark, '');
      const said: Message[] = [];
      let told = 0;
      port.postMessage = (message: Message) => {
        if (message.type === 'progress') {
          if (performance.now() - told < millisecondsBetweenLooks) return;
          told = performance.now();
          writeFileSync(mark, '');
          post(message);
          return;
        }
        said.push(message);
        if (message.type === 'done') {
          keep(path, said);
          rmSync(mark, { force: true });
        }
        postBack(message);
      };
      await import('../../db/entry/workerEntry.ts');
    }
  } else await import('../../db/entry/workerEntry.ts');
}
