import { workbookEntries } from './workbookEntries.ts';
import { tooLarge } from './source.ts';

const mostParts = 2000;

/** Refuses a file that is no workbook, or that would unpack to too much, before anything else unpacks it. Answers how many parts are no table. */
export async function readParts(bytes: Buffer, largestUnpacked: number): Promise<number> {
  const entries = await workbookEntries(bytes, largestUnpacked);
  if (entries.length > mostParts) throw tooLarge();
  return entries.filter(({ name }) => !/\.(?:xml|rels|vml)$/i.test(name) && !name.endsWith('/')).length;
}
