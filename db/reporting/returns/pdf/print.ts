import type { PrintedPage } from '#contract/ground/printedPage';
import { printerOf } from '../../../documents/page/print.ts';
import type { Snapshot } from '../locked.ts';
import { printedReturn } from './document.ts';

export const printedName = 'return.pdf';

/** `return.pdf` of a locked return; null where nothing can print. */
export async function printReturn(
  snapshot: Snapshot,
  print: ((page: PrintedPage) => Promise<Uint8Array>) | null,
): Promise<Uint8Array | null> {
  return print && printerOf(print)(printedReturn(snapshot), snapshot.locked.lockedAt);
}
