import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Longer documents are no tip. */
const mostPages = 200;
const longestText = 2_000_000;

export interface PdfText {
  /** The text of each page, line by line. Pictures are not read. */
  readonly pages: readonly string[];
  /** How many pages come after the last that was read. */
  readonly unread: number;
}

/** `locked`: it opens with a password alone. */
export async function pdfText(bytes: Uint8Array): Promise<PdfText | 'locked'> {
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    let length = 0;
    for (let number = 1; number <= Math.min(document.numPages, mostPages) && length < longestText; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      length += text.length;
      pages.push(text.slice(0, longestText));
    }
    return { pages, unread: document.numPages - pages.length };
  } catch (error) {
    if (error instanceof PasswordException) return 'locked';
    throw error;
  } finally {
    await task.destroy();
  }
}
