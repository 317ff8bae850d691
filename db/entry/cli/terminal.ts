import type { Readable } from 'node:stream';
import { printable } from '#contract/ground/printable';

/** All that the command line touches of the process around it. */
export interface Streams {
  readonly write: (text: string) => void;
  readonly tell: (text: string) => void;
  /** Someone watches stderr, so progress may be drawn there. */
  readonly watched: boolean;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly columns: number;
  readonly interruption: AbortController;
}

/** What is written on it is printable: no foreign name can steer the reader's screen. */
export interface Terminal extends Streams {
  /** Draws one line again on stderr. */
  readonly redraw: (text: string) => void;
}

/** The one door to the screen. */
export function terminalOn(streams: Streams): Terminal {
  return {
    ...streams,
    write: (text) => {
      streams.write(printable(text));
    },
    tell: (text) => {
      streams.tell(printable(text));
    },
    redraw: (text) => {
      streams.tell(`\r\u001b[K${printable(text)}`);
    },
  };
}

/** A reader that went away, such as `head`, is no failure: what is left is not written. */
function quietWhenClosed(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

export function processStreams(): Streams {
  const { stdout, stderr, stdin, env } = process;
  const interruption = new AbortController();
  quietWhenClosed(stdout);
  quietWhenClosed(stderr);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // Asked twice: SQLite undoes an open transaction whenever the process ends.
      if (interruption.signal.aborted) process.exit(1);
      interruption.abort();
    });
  return {
    write: (text) => void stdout.write(text),
    tell: (text) => void stderr.write(text),
    watched: stderr.isTTY,
    input: stdin,
    environment: env,
    columns: stdout.isTTY ? stdout.columns : 100,
    interruption,
  };
}
