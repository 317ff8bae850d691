import type { InvestigationRow } from '#contract/casework/investigations';

/** What can be done to a file as a whole, each with its letter. */
export const fileSteps = {
  describe: 'Y',
  wait: 'W',
  lead: 'A',
  transfer: 'M',
  conclude: 'X',
  reopen: 'O',
  seal: 'Z',
} as const;
export type FileStep = keyof typeof fileSteps;

export interface FileDialogProps {
  readonly file: InvestigationRow;
  readonly onClose: () => void;
}
