import { StoreFailure } from '../../ground/kernel/failure.ts';
import { zipEntries, type ZipEntry } from '../files/zip.ts';
import { unpacksBeyond } from '../workbook/unpacked.ts';
import { tooLarge } from './source.ts';

const mostParts = 2000;

const isBook = ({ name }: ZipEntry): boolean => name.toLowerCase() === 'xl/workbook.xml';

/** Refuses an archive that is no workbook, or that would unpack to too much, before anything else unpacks it. Answers how many parts are no table. */
export async function readParts(bytes: Buffer, largestUnpacked: number): Promise<number> {
  try {
    const entries = await zipEntries(bytes);
    if (entries.length > mostParts) throw tooLarge();
    // An archive of anything else, and a workbook in Excel's binary form, hold no sheet here.
    if (!entries.some(isBook)) throw new StoreFailure('invalid_input', 'contains_binary');
    if (await unpacksBeyond(entries, largestUnpacked)) throw tooLarge();
    return entries.filter(({ name }) => !/\.(?:xml|rels|vml)$/i.test(name) && !name.endsWith('/')).length;
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    throw new StoreFailure('invalid_input', 'not_a_workbook');
  }
}
