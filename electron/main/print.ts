import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session } from 'electron';
import type { PrintedPage } from '#contract/ground/printedPage';
import { PRINT_ORIGIN } from './contentPolicy.ts';
import { createPrintSession } from './security.ts';

/** No script, no preload, nothing but the document: what is printed cannot act. */
function hiddenWindow(prints: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: prints,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
}

/** Prints static documents to tagged PDFs, each in a hidden window of its own that is gone afterwards. */
export function createPrinter(): (page: PrintedPage) => Promise<Uint8Array> {
  const documents = new Map<string, string>();
  let prints: Session | null = null;
  return async ({ html, header, footer }) => {
    prints ??= createPrintSession(documents);
    const address = `${PRINT_ORIGIN}/${randomUUID()}`;
    documents.set(address, html);
    const window = hiddenWindow(prints);
    try {
      await window.loadURL(address);
      return await window.webContents.printToPDF({
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: header,
        footerTemplate: footer,
      });
    } finally {
      documents.delete(address);
      window.destroy();
    }
  };
}
