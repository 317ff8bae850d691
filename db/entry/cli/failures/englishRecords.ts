import type { FailureWords } from './words.ts';

/** Of records that are sealed, kept for a time or purged. */
export const englishRecords = {
  record_still_open: [
    'A record that is still open cannot be taken out of sight',
    'Nothing was done. Conclude the file first.',
  ],
  kept_longer: [
    'One of these files must be kept longer',
    'Nothing was done: it was reopened, is held, or its rule keeps it longer now. Withdraw its approval.',
  ],
  second_person_needed: [
    'You approved this purge yourself',
    'Nothing was deleted. Another person, an administrator, must carry it out.',
  ],
} as const satisfies Partial<FailureWords['reasons']>;
