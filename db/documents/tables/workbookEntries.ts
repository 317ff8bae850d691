import { StoreFailure } from '../../ground/kernel/failure.ts';
import { zipEntries, type ZipEntry } from '../files/zip.ts';
import { isArchive, isCompound } from './detect.ts';
import { tooLarge } from './source.ts';

/** As many as a sheet has; a parser makes an object of each, though it be empty. */
const mostRows = 1_048_576;
const rowMark = Buffer.from('<row');
const typeMark = Buffer.from('<!DOCTYPE');
const longest = typeMark.length - 1;

/** A password encrypts the whole workbook into one stream of this name. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

const refused = (reason: RefusalReason): StoreFailure => new StoreFailure('invalid_input', reason);
type RefusalReason =
  | 'file_empty'
  | 'file_damaged'
  | 'file_declares_entities'
  | 'not_a_workbook'
  | 'workbook_old'
  | 'workbook_protected';

/** What a file is that is no archive. */
function reasonOf(bytes: Buffer): RefusalReason {
  if (bytes.length === 0) return 'file_empty';
  if (!isCompound(bytes)) return 'not_a_workbook';
  return bytes.includes(encrypted) ? 'workbook_protected' : 'workbook_old';
}

/**
 * The entries of a workbook of someone else's, all of which was unpacked once to see that it can be: no more than `most` bytes, or rows than a
 * sheet has. The sizes that an archive declares may lie, so what comes out is counted. What is no such workbook is refused by what it is.
 */
export async function workbookEntries(bytes: Buffer, most: number): Promise<readonly ZipEntry[]> {
  if (!isArchive(bytes)) throw refused(reasonOf(bytes));
  try {
    const entries = await zipEntries(bytes);
    if (!entries.some(isBook)) throw refused('not_a_workbook');
    await unpackOnce(entries, most);
    return entries;
  } catch (error) {
    throw error instanceof StoreFailure ? error : refused('file_damaged');
  }
}

/** Most programs name it `xl/workbook.xml`; the package may name another. */
const isBook = ({ name }: ZipEntry): boolean => /(?:^|\/)workbook[^/]*\.xml$/i.test(name);
const isXml = ({ name }: ZipEntry): boolean => /\.(?:xml|rels)$/i.test(name);

async function unpackOnce(entries: readonly ZipEntry[], most: number): Promise<void> {
  if (entries.reduce((total, { size }) => total + size, 0) > most) throw tooLarge();
  let bytes = 0;
  let rows = 0;
  for (const entry of entries) {
    let end = Buffer.alloc(0);
    for await (const piece of await entry.pieces()) {
      bytes += piece.length;
      // A mark may begin in the piece before.
      const seen = Buffer.concat([end, piece]);
      // One that is whole in what was kept was counted.
      rows += marksIn(seen.subarray(Math.max(0, end.length - rowMark.length + 1)));
      if (bytes > most || rows > mostRows) throw tooLarge();
      // No part of a workbook may: it could name files and grow without end.
      if (isXml(entry) && seen.includes(typeMark)) throw refused('file_declares_entities');
      end = seen.subarray(-longest);
    }
  }
}

function marksIn(text: Buffer): number {
  let marks = 0;
  for (let at = text.indexOf(rowMark); at !== -1; at = text.indexOf(rowMark, at + rowMark.length)) marks += 1;
  return marks;
}
