import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly StructNode[];
}

export interface PdfElement {
  readonly role: string;
  readonly alt: string | null;
  /** Its own, or that of its parent. */
  readonly language: string | null;
}

export interface ReadPdf {
  readonly title: string;
  readonly language: string | null;
  readonly tagged: boolean;
  /** The text of each page, white space as single spaces. */
  readonly pages: readonly string[];
  readonly elements: readonly PdfElement[];
  /** Headings, with their depth in the outline. */
  readonly outline: readonly (readonly [depth: number, title: string])[];
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

function elementsOf({ role, alt, lang, children }: StructNode, outer: string | null): readonly PdfElement[] {
  if (role === undefined) return [];
  const language = lang ?? outer;
  return [{ role, alt: alt ?? null, language }, ...(children ?? []).flatMap((each) => elementsOf(each, language))];
}

function outlineOf(items: readonly OutlineItem[], depth = 1): ReadPdf['outline'] {
  return items.flatMap((item) => [[depth, item.title] as const, ...outlineOf(item.items, depth + 1)]);
}

/** A PDF as another program reads it: PDF.js knows nothing of what made it. */
export async function readPdf(path: string): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const pdf = await task.promise;
  try {
    const { info } = await pdf.getMetadata();
    const { Title: title, Language: language } = info as { readonly Title: string; readonly Language: string | null };
    const pages: string[] = [];
    const elements: PdfElement[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
      pages.push(text.replace(/\s+/g, ' '));
      const tree = (await page.getStructTree()) as StructNode | null;
      if (tree) elements.push(...elementsOf(tree, language));
    }
    const outline = outlineOf(await pdf.getOutline());
    // A map, whatever its declared type says.
    const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
    return { title, language, tagged: marks?.get('Marked') === true, pages, elements, outline };
  } finally {
    await task.destroy();
  }
}
