/** One cell and the mark before it. A cell with line ends or tabulators is in quotes; a quote that is not closed is text. */
const cell = /([\t\n])(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))/g;

/** A block from a spreadsheet, as text: rows by line, columns by tabulator. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const [, mark, quoted, plain = ''] of `\n${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}`.matchAll(cell)) {
    if (mark === '\n') rows.push([]);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
  }
  return rows;
}

/** The same for the clipboard: a spreadsheet reads it back as it is here. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const quoted = (text: string): string => (/^"|[\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}
