import type { FromReader } from '#contract/ground/foreign';
import type { ReaderListeners, ReaderProcess, StartReader } from '../../db/ground/foreign/reader.ts';

interface Kept {
  readonly process: ReaderProcess;
  listeners: ReaderListeners | null;
  mayGoOn: boolean;
}

/**
 * Starts readers of which one that is between two files outlives the store that started it, for the next test's: to start one takes
 * longer than most files that tests read.
 */
export function keptReaders(start: StartReader): StartReader {
  const idle: Kept[] = [];
  const begin = (): Kept => {
    const kept: Kept = {
      process: start({
        onMessage: (message) => {
          if (isEnd(message)) kept.mayGoOn = message.again;
          else if (message.type === 'ready') kept.mayGoOn = true;
          kept.listeners?.onMessage(message);
        },
        onEnd: () => {
          const place = idle.indexOf(kept);
          if (place >= 0) idle.splice(place, 1);
          kept.listeners?.onEnd();
        },
      }),
      listeners: null,
      mayGoOn: false,
    };
    return kept;
  };
  return (listeners) => {
    const waiting = idle.pop();
    const kept = waiting ?? begin();
    kept.listeners = listeners;
    if (waiting)
      queueMicrotask(() => {
        listeners.onMessage({ type: 'ready' });
      });
    return {
      send: (message) => {
        if (message.type === 'begin') kept.mayGoOn = false;
        kept.process.send(message);
      },
      kill: () => {
        if (kept.listeners !== listeners) return;
        if (!kept.mayGoOn || idle.length > 1) {
          kept.process.kill();
          return;
        }
        kept.listeners = null;
        idle.push(kept);
        queueMicrotask(listeners.onEnd);
      },
    };
  };
}

function isEnd(message: FromReader): message is Extract<FromReader, { type: 'end' | 'failed' }> {
  return message.type === 'end' || message.type === 'failed';
}
