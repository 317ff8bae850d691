import type { ErrorCode, ErrorReason, FieldProblem } from './errors.ts';

/** What the reading of one file of someone else's may take, whatever the file is. */
export const foreignLimits = {
  /** Of the whole process, in MiB, at which it ends; it is looked at so often that it never has the gigabyte that the system gives it. */
  memory: 800,
  /** Of the reader's own heap, in MiB. */
  heap: 600,
  youngHeap: 64,
  /** How long the one who asked waits for it in all, in milliseconds. What the disk takes does not count. */
  wait: 20_000,
  /** Bytes of one answer, and of all of them together. */
  answer: 64 * 1024 * 1024,
  answers: 1024 * 1024 * 1024,
} as const;

/**
 * What is said to the process that reads a file. It has no path: it asks for the file piece by piece, as often as it needs it from its
 * beginning, and answers are asked of it one by one. `turn` counts its files: what was said of an earlier one is not taken for the next.
 */
export type ToReader =
  | {
      readonly type: 'begin';
      readonly turn: number;
      readonly reader: string;
      readonly options: unknown;
      readonly file: ForeignName;
    }
  | { readonly type: 'piece'; readonly turn: number; readonly bytes: Uint8Array | null }
  | { readonly type: 'more'; readonly turn: number };

export interface ForeignName {
  readonly name: string;
  readonly size: number;
}

/** What it says. Nothing of it is believed: an answer is JSON, and is checked as any input from outside. */
export type FromReader =
  | { readonly type: 'ready' }
  | { readonly type: 'pull'; readonly turn: number; readonly fromStart: boolean }
  | { readonly type: 'answer'; readonly json: Uint8Array }
  /** `again`: it may read another file. */
  | { readonly type: 'end'; readonly again: boolean }
  | {
      readonly type: 'failed';
      readonly code: ErrorCode;
      readonly reason?: ErrorReason | undefined;
      readonly fields?: readonly FieldProblem[] | undefined;
      readonly again: boolean;
    };

/** What asks main for a reader: the store, or the command line. Main passes on what both sides say, and looks into none of it. */
export type FromAsker =
  | { readonly type: 'reader_start'; readonly id: number }
  | { readonly type: 'reader_send'; readonly id: number; readonly message: ToReader }
  | { readonly type: 'reader_kill'; readonly id: number };

export type ToAsker =
  | { readonly type: 'reader_said'; readonly id: number; readonly message: FromReader }
  | { readonly type: 'reader_ended'; readonly id: number };
