import type { Failure, Reply } from '../ground/errors.ts';
import type { PageEvent } from '../ground/events.ts';
import type { FromAsker, ToAsker } from '../ground/foreign.ts';
import type { PrintedPage } from '../ground/printedPage.ts';
import type { OtherHere } from './place.ts';

/** What a path was chosen for: a file to be read, or a place to write to. A folder is both: what is there is never overwritten. */
export type GrantAccess = 'read' | 'write';

/**
 * What main and the store's process say to each other. `open` answers with what sign-in must know; `grant` tells the store the path of a
 * token from a dialog, before the call that uses it. Only main has windows: it prints what the store asks it to, and answers with null
 * where it could not.
 */
export type ToStore =
  | ToAsker
  | { readonly type: 'open'; readonly id: number; readonly folder: string }
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly type: 'grant'; readonly token: string; readonly path: string; readonly access: GrantAccess }
  | { readonly type: 'cancel'; readonly jobId: string }
  | { readonly type: 'printed'; readonly id: number; readonly pdf: Uint8Array | null }
  | { readonly type: 'close' };

export interface OpenedWorkspace {
  readonly kind: 'unit' | 'coordination';
  readonly demonstration: boolean;
  readonly other: OtherHere | null;
  readonly signIns: readonly { readonly login: string; readonly passphrase: string }[];
}

export type FromStore =
  | FromAsker
  | { readonly type: 'ready'; readonly node: string; readonly sqlite: string; readonly cipher: string }
  | { readonly type: 'opened'; readonly id: number; readonly reply: Reply<OpenedWorkspace> }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly type: 'event'; readonly event: PageEvent }
  | { readonly type: 'print'; readonly id: number; readonly page: PrintedPage }
  /** The log line of a failure: codes and the reference only. */
  | { readonly type: 'failed'; readonly method: string; readonly failure: Failure }
  /** The log line of a key that an answer had and its contract has not: where it was left out, never what it held. */
  | { readonly type: 'undeclared'; readonly method: string; readonly path: string };
