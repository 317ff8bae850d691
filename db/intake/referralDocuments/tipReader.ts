import { isUtf8 } from 'node:buffer';
import { tipDraft, type TipDraft } from '#contract/intake/referralDocuments';
import type { ForeignReader } from '../../ground/foreign/reader.ts';
import { spendThread } from '../../ground/foreign/spend.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireText } from '../../documents/tables/detect.ts';
import { bytesWhole } from '../../documents/tables/source.ts';
import { draftOfDocument } from './document.ts';
import { draftOfReport } from './report.ts';
import { treeOfJson, treeOfXml } from './tree.ts';

/** Larger than any report of text. */
const largestReport = 30 * 1024 * 1024;

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-');

/** How a report in UTF-16 begins: with its mark, or without one with the sign that opens every report. */
const wide: Readonly<Record<string, 'utf-16le' | 'utf-16be'>> = {
  fffe: 'utf-16le',
  feff: 'utf-16be',
  '3c00': 'utf-16le',
  '003c': 'utf-16be',
  '7b00': 'utf-16le',
  '007b': 'utf-16be',
};

/** Reports in XML are often in UTF-16. */
function toText(bytes: Buffer): string {
  const encoding = wide[bytes.subarray(0, 2).toString('hex')];
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  requireText(bytes, true);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

async function readDocument(bytes: Buffer): Promise<TipDraft> {
  spendThread();
  // Loaded only for a document: it is large.
  const { pdfText } = await import('./pdfText.ts');
  const read = await pdfText(new Uint8Array(bytes)).catch(() => {
    throw new StoreFailure('invalid_input', 'report_damaged');
  });
  if (read === 'locked') throw new StoreFailure('invalid_input', 'document_locked');
  const { pages, unread } = read;
  // A scan has pictures of pages and no text: there is nothing to take from it.
  if (pages.every((page) => page.trim() === '')) throw new StoreFailure('invalid_input', 'no_text_in_document');
  return { ...draftOfDocument(pages), pagesUnread: unread };
}

async function draftOf(bytes: Buffer): Promise<TipDraft> {
  if (isPdf(bytes)) return readDocument(bytes);
  const text = toText(bytes);
  const start = text.trimStart();
  if (start.startsWith('<')) return draftOfReport(treeOfXml(start), 'xml');
  if (start.startsWith('{') || start.startsWith('[')) return draftOfReport(treeOfJson(start), 'json');
  throw new StoreFailure('invalid_input', 'not_a_report');
}

/** Reads a report once; nothing of it is written, not even its name. */
export const tipReader: ForeignReader<null, TipDraft> = {
  name: 'tip',
  answer: tipDraft,
  read: async function* (file) {
    yield await draftOf(await bytesWhole(file, largestReport));
  },
};
