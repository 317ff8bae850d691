import type { InvestigationRow } from '#contract/investigations';
import { ArrestDialog } from './ArrestDialog.tsx';
import { ChargeDialog } from './ChargeDialog.tsx';
import { ConcludeDialog } from './ConcludeDialog.tsx';
import { LeadDialog } from './LeadDialog.tsx';
import { WaitDialog } from './WaitDialog.tsx';

/** What can be done to a file, each with its letter. */
export const fileSteps = { wait: 'W', lead: 'A', arrest: 'R', charge: 'G', conclude: 'X', reopen: 'O' } as const;
export type FileStep = keyof typeof fileSteps;

export interface FileDialogProps {
  readonly file: InvestigationRow;
  readonly onClose: () => void;
}

export function FileDialog({ step, ...props }: FileDialogProps & { readonly step: FileStep }) {
  switch (step) {
    case 'wait':
      return <WaitDialog {...props} />;
    case 'lead':
      return <LeadDialog {...props} />;
    case 'arrest':
      return <ArrestDialog {...props} />;
    case 'charge':
      return <ChargeDialog {...props} />;
    case 'conclude':
    case 'reopen':
      return <ConcludeDialog {...props} step={step} />;
  }
}
