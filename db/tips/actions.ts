import { isUtf8 } from 'node:buffer';
import type { TipDraft } from '#contract/tips';
import { StoreFailure } from '../kernel/failure.ts';
import { requireText } from '../tables/detect.ts';
import { sourceOf } from '../tables/dropped.ts';
import { bytesWhole } from '../tables/source.ts';
import type { ActionContext, ActionHandler, Job } from '../store/types.ts';
import { draftOfDocument } from './document.ts';
import type { PdfText } from './pdfText.ts';
import { draftOfReport } from './report.ts';
import { treeOfJson, treeOfXml } from './tree.ts';

/** Larger than any report of text. */
const largestReport = 30 * 1024 * 1024;

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

/** Reports in XML are often in UTF-16, which says so in its first two bytes. */
function toText(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString('hex');
  if (start === 'fffe' || start === 'feff')
    return new TextDecoder(start === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes);
  requireText(bytes, true);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

async function readDocument(context: ActionContext, bytes: Buffer, job: Job): Promise<TipDraft> {
  const { pages, cut } = await context
    .compute<PdfText>({ name: 'pdfText', input: new Uint8Array(bytes) }, job)
    .catch((error: unknown) => {
      if (error instanceof StoreFailure && error.code === 'cancelled') throw error;
      throw new StoreFailure('invalid_input', 'not_a_report');
    });
  // A scan has pictures of pages and no text: there is nothing to take from it.
  if (pages.every((page) => page.trim() === '')) throw new StoreFailure('invalid_input', 'no_text_in_document');
  const draft = draftOfDocument(pages);
  return { ...draft, cut: draft.cut || cut };
}

export const tipActions = { 'tips.read': readTip };
