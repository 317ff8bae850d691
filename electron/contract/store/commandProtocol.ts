import type { FromAsker, ToAsker } from '../ground/foreign.ts';
import type { PrintedPage } from '../ground/printedPage.ts';

/**
 * What main and the command line's process say to each other where the application was started with `--cli`. Only main has
 * windows and the terminal's input: it prints what it is asked to, with null where it could not, and passes on what is
 * typed, with null at its end.
 */
export type ToCommand =
  | ToAsker
  | { readonly type: 'begin'; readonly args: readonly string[]; readonly isTyped: boolean; readonly columns: number }
  | { readonly type: 'input'; readonly piece: Uint8Array | null }
  | { readonly type: 'printed'; readonly id: number; readonly pdf: Uint8Array | null }
  | { readonly type: 'interrupt' };

export type FromCommand =
  | FromAsker
  | { readonly type: 'print'; readonly id: number; readonly page: PrintedPage }
  /** In raw mode what is typed is not shown. */
  | { readonly type: 'raw_mode'; readonly isRaw: boolean };
