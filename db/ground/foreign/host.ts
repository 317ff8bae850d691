import { Worker } from 'node:worker_threads';
import { foreignLimits, type FromReader, type ToReader } from '#contract/ground/foreign';
import type { Parent } from '../kernel/parent.ts';

/** How often the memory of the process is looked at, in milliseconds. */
const gap = 15;
/** In MiB: a process that grew beyond it reads no other file. */
const smallEnough = 250;
/** The process that started it ends it after a failure; this is for one that does not. */
const lastWord = 300;

const mebibytes = (): number => process.memoryUsage.rss() / 1024 / 1024;

/**
 * The main thread of a reader's process. It parses nothing, so that it can always look at the memory: a file is read in another thread, and
 * after a file that a large parser of others has read, or that did not end as it should, in a fresh one.
 */
export function hostReaders(parent: Parent<ToReader, FromReader>, script: string): void {
  const begin = (): Worker => {
    const thread = new Worker(script, {
      env: {},
      resourceLimits: {
        maxOldGenerationSizeMb: foreignLimits.heap,
        maxYoungGenerationSizeMb: foreignLimits.youngHeap,
      },
    });
    thread.on('message', (message: FromReader) => {
      if (message.type === 'end' || message.type === 'failed') finish(thread, message);
      else parent.say(message);
    });
    thread.on('error', (error: unknown) => {
      const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      refuse(outOfMemory ? 'file_takes_too_much_memory' : 'file_damaged');
    });
    thread.on('exit', () => {
      refuse('file_damaged');
    });
    return thread;
  };

  function finish(thread: Worker, message: Extract<FromReader, { type: 'end' | 'failed' }>): void {
    const again = mebibytes() < smallEnough;
    if (again && !message.again) {
      thread.removeAllListeners();
      void thread.terminate();
      current = begin();
    }
    parent.say({ ...message, again });
  }

  function refuse(reason: 'file_takes_too_much_memory' | 'file_damaged'): void {
    if (isOver) return;
    isOver = true;
    clearInterval(watch);
    parent.say({ type: 'failed', code: 'invalid_input', reason, again: false });
    setTimeout(() => process.exit(1), lastWord);
  }

  let isOver = false;
  let current = begin();
  parent.onMessage((message) => {
    current.postMessage(message);
  });
  parent.onGone(() => process.exit(0));
  const watch = setInterval(() => {
    if (mebibytes() > foreignLimits.memory) refuse('file_takes_too_much_memory');
  }, gap);
  parent.say({ type: 'ready' });
}
