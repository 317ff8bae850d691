import { StoreFailure } from '../../ground/kernel/failure.ts';
import { zipEntries, type ZipEntry } from '../files/zip.ts';
import { bookOf, mainPart, packagePart, relationsOf } from './book.ts';
import { cellFormats } from './cellFormats.ts';
import { readSheet, type SheetListener } from './sheetRows.ts';
import { sharedTexts } from './texts.ts';

export interface ForeignSheet {
  readonly name: string;
  /** Row by row, as the archive is inflated. `file_damaged` where it cannot be read. */
  readonly read: (listener: SheetListener) => Promise<void>;
}

export interface ForeignWorkbook {
  readonly sheets: readonly ForeignSheet[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

async function contentOf(entry: ZipEntry): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await entry.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A part that cannot be read, of whatever kind, makes the whole a damaged workbook. */
async function orRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreFailure ? error : new StoreFailure('invalid_input', 'file_damaged');
  }
}

async function open(bytes: Uint8Array): Promise<ForeignWorkbook> {
  const entries = new Map((await zipEntries(bytes)).map((entry) => [entry.name.replace(/^\//, ''), entry]));
  const parts = new Map<string, Uint8Array>();
  const fetch = async (name: string): Promise<void> => {
    const entry = entries.get(name);
    if (entry) parts.set(name, await contentOf(entry));
  };
  await fetch(packagePart);
  const main = mainPart(parts);
  await fetch(main);
  await fetch(relationsOf(main));
  const { sheets, from1904, partOf } = bookOf(parts, (part) => entries.has(part));
  const partOrNone = <T>(type: string, read: (pieces: AsyncIterable<Uint8Array>) => Promise<readonly T[]>) => {
    const entry = entries.get(partOf(type) ?? '');
    return entry ? entry.pieces().then(read) : Promise.resolve<readonly T[]>([]);
  };
  const shared = {
    formats: await partOrNone('styles', cellFormats),
    texts: await partOrNone('sharedStrings', sharedTexts),
  };
  return {
    is1904: from1904,
    sheets: sheets.map(({ name, part }) => ({
      name,
      read: (listener) =>
        orRefused(async () => {
          const entry = entries.get(part);
          if (entry) await readSheet(await entry.pieces(), shared, listener);
        }),
    })),
  };
}

/**
 * A workbook of someone else's, in the process that reads such files; the caller has counted what comes out of it. No cell is made that it does
 * not hold, however far its ranges go, and its sheets are read row by row. `file_damaged` where it cannot be read.
 */
export function openForeignWorkbook(bytes: Uint8Array): Promise<ForeignWorkbook> {
  return orRefused(() => open(bytes));
}
