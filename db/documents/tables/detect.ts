import type { z } from 'zod';
import type { separator, textEncoding } from '#contract/documents/tables';
import { StoreFailure } from '../../ground/kernel/failure.ts';

export type TextEncoding = z.infer<typeof textEncoding>;
export type Separator = z.infer<typeof separator>;

/** The first bytes of the old Office formats. */
const compound = 'd0cf11e0';

const binaryStarts = [
  '89504e47', // PNG
  'ffd8ff', // JPEG
  '47494638', // GIF
  '504b0304', // ZIP, XLSX
  '504b0506', // an empty ZIP
  '25504446', // PDF
  '1f8b', // gzip
  '377abcaf', // 7z
  '526172211a', // RAR
  compound,
  '52494646', // RIFF: WebP, AVI
  '49492a00', // TIFF
  '4d4d002a', // TIFF, the other way round
  '425a6839314159', // bzip2
  'fd377a585a', // xz
] as const;

/** XLSX is an archive, and so are others. */
export function isArchive(start: Uint8Array): boolean {
  return /^504b0[357]0[468]/.test(Buffer.from(start.subarray(0, 4)).toString('hex'));
}

/** The container of the old Office formats, and of a workbook that a password protects. */
export function isCompound(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, 4)).toString('hex') === compound;
}

/** The mark at the beginning of a text in two bytes a character, as a spreadsheet saves "Unicode text". */
export function utf16Of(start: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Refuses what begins as an image or archive, or holds a zero byte, which no text has. */
export function requireText(bytes: Uint8Array, first: boolean): void {
  if (first) {
    // Only the import of a register reads it, and turns it into a text of one byte first.
    if (utf16Of(bytes) !== null) throw new StoreFailure('invalid_input', 'not_a_csv');
    const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
    if (binaryStarts.some((each) => start.startsWith(each))) throw new StoreFailure('invalid_input', 'contains_binary');
  }
  if (bytes.includes(0)) throw new StoreFailure('invalid_input', 'contains_binary');
}

const dataUri = /data:[a-z]+\/[a-z0-9.+-]+;base64/i;
// Begins only where a run begins, so that long text is read once.
const base64Block = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{240,}/;
/** The same in lines, as mail programs break it. */
const base64Lines = /(?:[A-Za-z0-9+/]{60,80}\r?\n){3}/;

/** The same refusal as the contract's `freeText`, in a form that stays fast on a megabyte of text. */
export function hidesBinary(text: string): boolean {
  return (
    (text.length >= 15 && dataUri.test(text)) ||
    (text.length >= 183 && (base64Block.test(text) || base64Lines.test(text)))
  );
}

const markup = /^\s*(?:<|\{|\[\s*[[{"])/;

/** JSON, XML and HTML hold separators too, and would make a poor table. */
export function isMarkup(text: string): boolean {
  return markup.test(text);
}

/** Columns of each of the first records; quoted text neither divides nor ends one, and empty lines do not count. */
function countColumns(text: string, separator: Separator, limit: number): number[] {
  const bare = text.replace(/"[^"]*(?:"|$)/g, '""');
  return bare
    .split(/[\r\n]+/, limit)
    .filter((each) => each.trim() !== '')
    .map((each) => each.split(separator).length);
}

const candidates = [',', ';', '\t'] as const satisfies readonly Separator[];

/** The separator that gives most records the number of columns of the header; null where none divides the header steadily. */
export function findSeparator(text: string): Separator | null {
  const scored = candidates.map((separator) => {
    const counts = countColumns(text, separator, 60);
    const [columns = 1] = counts;
    const same = counts.filter((each) => each === columns).length / Math.max(1, counts.length);
    return { separator, columns, same };
  });
  const [best] = scored
    .filter((each) => each.columns > 1 && each.same >= 0.5)
    .sort((a, b) => b.same - a.same || b.columns - a.columns);
  return best?.separator ?? belowTitles(text);
}

/** The separator where titles come before the names of the columns: most lines have one width, of three columns or more. */
function belowTitles(text: string): Separator | null {
  const scored = candidates.map((separator) => {
    const counts = countColumns(text, separator, 60);
    const times = new Map<number, number>();
    for (const each of counts) times.set(each, (times.get(each) ?? 0) + 1);
    const [columns = 1, most = 0] = [...times].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { separator, columns, same: most / Math.max(1, counts.length) };
  });
  const [best] = scored
    .filter(({ columns, same }) => columns > 2 && same >= 0.6)
    .sort((a, b) => b.same - a.same || b.columns - a.columns);
  return best?.separator ?? null;
}
