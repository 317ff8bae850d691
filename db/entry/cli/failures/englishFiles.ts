import type { FailureWords } from './words.ts';

/** Of files that come in. */
export const englishFiles = {
  not_a_csv: [
    'This file cannot be read as a table',
    'Nothing was imported. Save it as CSV or XLSX from the program that made it and run the command again.',
  ],
  not_a_report: [
    'This file cannot be read as a report',
    'Nothing was taken in. Choose the report itself: a PDF with text, or XML or JSON as it was exported.',
  ],
  report_damaged: [
    'This report is damaged or cut off',
    'Nothing was taken in. Ask for the file again, or export it once more, and choose it.',
  ],
  report_declares_entities: [
    'This file declares its own document type',
    'Nothing was taken in: such a declaration can make a small file grow without end, and reports have none. Ask the sender for the report as it was exported.',
  ],
  report_too_complex: [
    'This file is nested more deeply, or has more elements, than any report',
    'Nothing was taken in. Choose the report itself, as it was exported.',
  ],
  several_reports: [
    'This file holds several reports',
    'Nothing was taken in: each report is a referral of its own. Ask for one file a report, or import a list of them as a table.',
  ],
  document_locked: [
    'This document is locked with a password',
    'Nothing was taken in: Vigie opens no locked document. Ask the sender for one without a password, or log the referral by hand.',
  ],
  document_too_slow: [
    'Reading this document takes too long',
    'Nothing was taken in, and the reading was stopped. Log the referral by hand, or ask the sender for another copy.',
  ],
  no_text_in_document: [
    'This document has no text, only pictures of its pages',
    'Nothing was taken in: Vigie reads no pictures. Log the referral by hand.',
  ],
  contains_binary: [
    'This seems to hold an image, an archive or other binary data',
    'Nothing was kept: Vigie never stores images. Remove that part and try again.',
  ],
  file_too_large: ['The file is too large', 'Nothing was imported. Split it into smaller files.'],
  column_unmapped: [
    'A required column is not mapped',
    'Nothing was imported. Name the columns in a file given with --mapping; --unit CODE stands in for a column of units.',
  ],
  unknown_unit: [
    'A unit is not known here',
    'Nothing was changed. Check its code; an administrator adds units in the application.',
  ],
  import_in_use: [
    'This import cannot be undone any more',
    'Nothing was changed. Records that it brought were worked on since; they are listed in the past imports.',
  ],
  import_undone: [
    'This import was undone before',
    'Nothing was changed. The list of past imports says when and by whom.',
  ],
  file_changed: ['The file changed after it was checked', 'Nothing was imported. Run the command again.'],
} as const satisfies Partial<FailureWords['reasons']>;
