import { join } from 'node:path';
import { z } from 'zod';
import { fiscalYear, type FiscalYear } from '#contract/ground/dates';
import { annualContent } from '#contract/reporting/annual';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { documentOf } from '../signedReport/document.ts';
import { isFile } from '../signedReport/folder.ts';
import { manifestFacts } from '../signedReport/manifest.ts';
import { expectSigner, readReport, reportKind, type ReportVerdict } from '../signedReport/read.ts';

export const annualFormat = 'vigie-annual-manifest';

export const annualKind = reportKind('annual', {
  format: annualFormat,
  manifest: manifestFacts.extend({ format: z.literal(annualFormat), fiscalYear }),
  documentName: 'annual-report.json',
  document: documentOf('vigie-annual-report', annualContent),
  own: ({ fiscalYear: year }) => ({ fiscalYear: year }),
});

/** Whether a folder has an annual report in it, and not a quarter's return. */
export const isAnnual = (folder: string): boolean => isFile(join(folder, annualKind.documentName));

/** Checks an exported annual report as a return is. */
export const verifyAnnual = async (
  folder: string,
  readers: ForeignReaders,
  expected: string | null = null,
): Promise<ReportVerdict<{ readonly fiscalYear: FiscalYear }>> =>
  expectSigner((await readReport(annualKind, folder, readers)).verdict, expected);
