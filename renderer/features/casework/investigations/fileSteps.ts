import type { InvestigationRow } from '#contract/casework/investigations';

/** What can be done to a file, each with its letter. */
export const fileSteps = {
  describe: 'Y',
  wait: 'W',
  lead: 'A',
  arrest: 'R',
  charge: 'G',
  authority: 'L',
  transfer: 'M',
  nextStep: 'E',
  conclude: 'X',
  reopen: 'O',
  seal: 'Z',
} as const;
export type FileStep = keyof typeof fileSteps;

export interface FileDialogProps {
  readonly file: InvestigationRow;
  readonly onClose: () => void;
}
