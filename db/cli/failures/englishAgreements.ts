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
} as const satisfies Partial<FailureWords['reasons']>;
