import type { PrintedPage } from '#contract/ground/printedPage';
import { StoreFailure } from '../ground/kernel/failure.ts';

export interface Printing {
  readonly print: (page: PrintedPage) => Promise<Uint8Array>;
  /** Main's answer; null where it could not. */
  readonly printed: (id: number, pdf: Uint8Array | null) => void;
}

/** Main has the windows; it answers in a message of its own. */
export function printingBy(ask: (id: number, page: PrintedPage) => void): Printing {
  const waiting = new Map<number, (pdf: Uint8Array | null) => void>();
  let last = 0;
  return {
    print: async (page) => {
      last += 1;
      const id = last;
      const pdf = await new Promise<Uint8Array | null>((resolve) => {
        waiting.set(id, resolve);
        ask(id, page);
      });
      if (!pdf) throw new StoreFailure('conflict', 'print_failed');
      return pdf;
    },
    printed: (id, pdf) => {
      waiting.get(id)?.(pdf);
      waiting.delete(id);
    },
  };
}
