import type { FromAsker, ToAsker } from '#contract/ground/foreign';
import type { ReaderListeners, StartReader } from '../ground/foreign/reader.ts';

export interface ReadersByMain {
  readonly startReader: StartReader;
  /** What main passes on of a reader. */
  readonly hearReader: (message: ToAsker) => void;
}

/** A process of the packaged application starts no other: main starts the readers and passes on what is said. */
export function readersByMain(say: (message: FromAsker) => void): ReadersByMain {
  const listening = new Map<number, ReaderListeners>();
  let last = 0;
  return {
    startReader: (listeners) => {
      last += 1;
      const id = last;
      listening.set(id, listeners);
      say({ type: 'reader_start', id });
      return {
        send: (message) => {
          if (listening.has(id)) say({ type: 'reader_send', id, message });
        },
        kill: () => {
          say({ type: 'reader_kill', id });
        },
      };
    },
    hearReader: (message) => {
      const listeners = listening.get(message.id);
      if (message.type === 'reader_said') {
        listeners?.onMessage(message.message);
        return;
      }
      listening.delete(message.id);
      listeners?.onEnd();
    },
  };
}
