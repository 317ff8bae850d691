import type { Failure, Reply } from './errors.ts';
import type { PageEvent } from './events.ts';

/**
 * What main and the store's process say to each other. `open` answers with what sign-in must know; `grant` tells the
 * store which path a token from a dialog stands for, before the call that uses it.
 */
export type ToStore =
  | { readonly type: 'open'; readonly id: number; readonly folder: string }
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly type: 'grant'; readonly token: string; readonly path: string }
  | { readonly type: 'cancel'; readonly jobId: string }
  | { readonly type: 'close' };

export interface OpenedWorkspace {
  readonly kind: 'unit' | 'coordination';
  readonly demonstration: boolean;
  readonly signIns: readonly { readonly login: string; readonly passphrase: string }[];
}

export type FromStore =
  | { readonly type: 'ready'; readonly node: string; readonly sqlite: string; readonly cipher: string }
  | { readonly type: 'opened'; readonly id: number; readonly reply: Reply<OpenedWorkspace> }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly type: 'event'; readonly event: PageEvent }
  /** The log line of a failure: codes and the reference only. */
  | { readonly type: 'failed'; readonly method: string; readonly failure: Failure };
