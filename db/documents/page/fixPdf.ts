/** The moment of printing is in two places of a PDF, with a constant length. */
const dates = /\/(CreationDate|ModDate) \(D:\d{14}/g;
/** Names of its structure's elements: numbers that the printing process counts up from one document to the next. */
const elements = /\(node\d{8}\)/g;

/**
 * Takes out of a PDF what is of the printing and not of the document, so that the same snapshot printed again by the same
 * program gives the same file. Everything stays as long as it was, and elements in their order: no offset or index moves.
 */
export function fixPdf(pdf: Uint8Array, at: number): Uint8Array {
  const digits = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
  // Latin-1 keeps every byte as one character.
  const text = Buffer.from(pdf).toString('latin1');
  const names = [...new Set(text.match(elements))].sort();
  const renamed = new Map(names.map((name, index) => [name, `(node${String(index + 1).padStart(8, '0')})`]));
  return Buffer.from(
    text
      .replace(dates, (_, name: string) => `/${name} (D:${digits}`)
      .replace(elements, (name) => renamed.get(name) ?? name),
    'latin1',
  );
}
