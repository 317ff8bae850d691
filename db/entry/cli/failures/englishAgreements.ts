import type { FailureWords } from './words.ts';

/** What the kind of the workspace does not allow, nor that a coordinator sees some agreements only. */
export const englishAgreements = {
  workspace_kind: [
    'This is not possible in this kind of workspace',
    'Nothing was changed. Case files live in unit workspaces; returns in coordination workspaces.',
  ],
  all_agreements_needed: [
    'This concerns all agreements',
    'Nothing was changed. You see some agreements only: a coordinator who sees all of them can do this.',
  ],
  agreements_not_limited: [
    'Only a coordinator can be limited to some agreements',
    'Nothing was changed. Whoever administers gives rights over every agreement, and sees them all.',
  ],
  units_of_other_agreements: [
    'This file tells of units outside your agreements',
    'Nothing was imported. A coordinator who sees all agreements can take it in.',
  ],
} as const satisfies Partial<FailureWords['reasons']>;
