import type { FromAsker, FromReader, ToAsker, ToReader } from '#contract/ground/foreign';
import { startChild, type Child } from './childProcess.ts';

export interface ReaderProcesses {
  readonly hear: (message: FromAsker) => void;
  /** Ends every reader once their caller is gone. */
  readonly killAll: () => void;
}

/** Starts the processes that read files of someone else's for the store or the command line, and passes on what both sides say. */
export function createReaderProcesses(say: (message: ToAsker) => void): ReaderProcesses {
  const running = new Map<number, Child<ToReader>>();

  function start(id: number): void {
    const program = { script: 'reader.cjs', name: 'Vigie reader', output: 'ignore', isReader: true } as const;
    const child = startChild<FromReader, ToReader>(program, {
      onMessage: (message) => {
        say({ type: 'reader_said', id, message });
      },
      onEnd: () => {
        running.delete(id);
        say({ type: 'reader_ended', id });
      },
    });
    running.set(id, child);
  }

  return {
    hear: (message) => {
      if (message.type === 'reader_start') start(message.id);
      else if (message.type === 'reader_send') running.get(message.id)?.send(message.message);
      else running.get(message.id)?.kill();
    },
    killAll: () => {
      for (const child of running.values()) child.kill();
    },
  };
}
