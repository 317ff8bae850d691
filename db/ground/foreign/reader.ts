import type { z } from 'zod';
import type { FromReader, ToReader } from '#contract/ground/foreign';

/** A file of someone else's: what reads it has no other hold on it. */
export interface ForeignFile {
  readonly name: string;
  readonly size: () => Promise<number>;
  /** From its beginning, each time. */
  readonly pieces: () => AsyncIterable<Buffer>;
}

/** One way to read a file of someone else's. It runs in a process that has nothing; what it answers is plain data, checked by `answer`. */
export interface ForeignReader<Options, Answer> {
  readonly name: string;
  readonly answer: z.ZodType<Answer>;
  readonly read: (file: ForeignFile, options: Options) => AsyncIterable<Answer>;
}

/** The readers by their names, each loaded when it is wanted. */
export type ReaderList = Readonly<Record<string, () => Promise<AnyReader>>>;
/** Which options a reader takes is known where it is asked for by its own name. */
export type AnyReader = Omit<ForeignReader<never, unknown>, 'answer'>;

/** The process of a reader, started by main, by a test or by the command line. */
export interface ReaderProcess {
  readonly send: (message: ToReader) => void;
  /** At once, whatever it is doing. */
  readonly kill: () => void;
}

export interface ReaderListeners {
  readonly onMessage: (message: FromReader) => void;
  readonly onEnd: () => void;
}

export type StartReader = (listeners: ReaderListeners) => ReaderProcess;
