import { isUtf8 } from 'node:buffer';
import type { TipDraft } from '#contract/intake/referralDocuments';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireText } from '../../documents/tables/detect.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { bytesWhole } from '../../documents/tables/source.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { draftOfDocument } from './document.ts';
import type { PdfText } from './pdfText.ts';
import { draftOfReport } from './report.ts';
import { treeOfJson, treeOfXml } from './tree.ts';

/** Larger than any report of text. */
const largestReport = 30 * 1024 * 1024;

/** Longer than the reading of any document takes. */
const longestReading = 60_000;

/** Reads the file once; nothing of it is written, not even its name. */
const readTip: ActionHandler<'tips.read'> = async (context, { file, jobId }) => {
  const bytes = await bytesWhole(sourceOf(context, file), largestReport);
  if (isPdf(bytes)) return readDocument(context, bytes, context.job(jobId));
  const text = toText(bytes);
  const start = text.trimStart();
  if (start.startsWith('<')) return draftOfReport(treeOfXml(start), 'xml');
  if (start.startsWith('{') || start.startsWith('[')) return draftOfReport(treeOfJson(start), 'json');
  throw new StoreFailure('invalid_input', 'not_a_report');
};

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

/** Ends the reading of a document that takes too long, as its cancellation does. */
function withinTime(job: Job): Job {
  const end = performance.now() + longestReading;
  return {
    ...job,
    checkpoint: () => {
      job.checkpoint();
      if (performance.now() > end) throw new StoreFailure('invalid_input', 'document_too_slow');
    },
  };
}

async function readDocument(context: ActionContext, bytes: Buffer, job: Job): Promise<TipDraft> {
  const read = await context
    .compute<PdfText | 'locked'>({ name: 'pdfText', input: new Uint8Array(bytes) }, withinTime(job))
    .catch((error: unknown) => {
      if (error instanceof StoreFailure && error.code !== 'internal') throw error;
      throw new StoreFailure('invalid_input', 'report_damaged');
    });
  if (read === 'locked') throw new StoreFailure('invalid_input', 'document_locked');
  const { pages, unread } = read;
  // A scan has pictures of pages and no text: there is nothing to take from it.
  if (pages.every((page) => page.trim() === '')) throw new StoreFailure('invalid_input', 'no_text_in_document');
  return { ...draftOfDocument(pages), pagesUnread: unread };
}

export const tipActions = { 'tips.read': readTip };
