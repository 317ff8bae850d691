import { text } from 'node:stream/consumers';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { zipEntries, type ZipEntry } from '../files/zip.ts';
import { unpacksBeyond } from '../workbook/unpacked.ts';
import { tooLarge } from './source.ts';

const mostParts = 2000;

export interface WorkbookParts {
  /** How many are no table: pictures, programs, other files. */
  readonly dropped: number;
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

const isBook = ({ name }: ZipEntry): boolean => name.toLowerCase() === 'xl/workbook.xml';

async function countsFrom1904(book: ZipEntry): Promise<boolean> {
  return /<(?:\w+:)?workbookPr\b[^<>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(await text(await book.pieces()));
}

/** Refuses an archive that is no workbook, or that would unpack to too much, before anything else unpacks it. */
export async function readParts(bytes: Buffer, largestUnpacked: number): Promise<WorkbookParts> {
  try {
    const entries = await zipEntries(bytes);
    if (entries.length > mostParts) throw tooLarge();
    const book = entries.find(isBook);
    // An archive of anything else, and a workbook in Excel's binary form, hold no sheet here.
    if (book === undefined) throw new StoreFailure('invalid_input', 'contains_binary');
    if (await unpacksBeyond(entries, largestUnpacked)) throw tooLarge();
    const dropped = entries.filter(({ name }) => !/\.(?:xml|rels|vml)$/i.test(name) && !name.endsWith('/')).length;
    return { dropped, is1904: await countsFrom1904(book) };
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    throw new StoreFailure('invalid_input', 'not_a_workbook');
  }
}
