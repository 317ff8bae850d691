import type { z } from 'zod';
import type { separator, textEncoding } from '#contract/imports';
import { StoreFailure } from '../kernel/failure.ts';

export type TextEncoding = z.infer<typeof textEncoding>;
export type Separator = z.infer<typeof separator>;

/** Larger files are no list of referrals; the kept rows take about as much memory as the file. */
export const largestFile = 200 * 1024 * 1024;

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
  'd0cf11e0', // the old Office formats
  '52494646', // RIFF: WebP, AVI
] as const;

/** Refuses what begins as an image or archive, or holds a zero byte, which no text has. UTF-16 is told apart: it can be saved anew. */
export function requireText(bytes: Uint8Array, first: boolean): void {
  if (first) {
    const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
    if (start.startsWith('fffe') || start.startsWith('feff')) throw new StoreFailure('invalid_input', 'not_a_csv');
    if (binaryStarts.some((each) => start.startsWith(each))) throw new StoreFailure('invalid_input', 'contains_binary');
  }
  if (bytes.includes(0)) throw new StoreFailure('invalid_input', 'contains_binary');
}

const dataUri = /data:[a-z]+\/[a-z0-9.+-]+;base64/i;
// Begins only where a run begins, so that long text is read once.
const base64Block = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{240,}/;

/** The same refusal as the contract's `freeText`, in a form that stays fast on a megabyte of text. */
export function hidesBinary(text: string): boolean {
  return (text.length >= 15 && dataUri.test(text)) || (text.length >= 240 && base64Block.test(text));
}

const markup = /^\s*(?:<|\{|\[\s*[[{"])/;

/** JSON, XML and HTML hold separators too, and would make a poor table. */
export function isMarkup(text: string): boolean {
  return markup.test(text);
}

/** Columns of each of the first records; what stands in quotes neither divides nor ends one, and empty lines do not count. */
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
  return best?.separator ?? null;
}
