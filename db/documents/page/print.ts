import type { PrintedPage } from '#contract/ground/printedPage';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fixPdf } from './fixPdf.ts';

type Print = (page: PrintedPage) => Promise<Uint8Array>;

/** @param at the moment of printing that the PDF states, in UTC milliseconds */
export type Printer = (page: PrintedPage, at: number) => Promise<Uint8Array>;

/** What makes PDFs. Throws `printing_unavailable` where this run has no window to print with; the printer `print_failed` where a page could not be made. */
export function printerOf(print: Print | null): Printer {
  if (print === null) throw new StoreFailure('conflict', 'printing_unavailable');
  return async (page, at) => {
    const pdf = await print(page).catch((error: unknown) => {
      throw error instanceof StoreFailure ? error : new StoreFailure('conflict', 'print_failed');
    });
    return fixPdf(pdf, at);
  };
}
