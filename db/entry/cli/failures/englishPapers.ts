import type { FailureWords } from './words.ts';

/** Of papers that are printed and sent. */
export const englishPapers = {
  paper_decision_stale: [
    'A record has changed since it was decided on',
    'Nothing was issued. Open the records that are marked and decide on them anew.',
  ],
  paper_empty: ['There is nothing to give', 'Nothing was issued. The file holds no record that is new or has changed.'],
  paper_changed_since: [
    'The file has changed since this was issued',
    'Nothing was written: it would no longer be the same. Issue a supplement with what is new or has changed.',
  ],
  print_failed: ['The PDF could not be made', 'Nothing was written. Export again; if it fails again, restart Vigie.'],
} as const satisfies Partial<FailureWords['reasons']>;
