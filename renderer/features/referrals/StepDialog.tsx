import { AssignDialog } from './AssignDialog.tsx';
import { BundleDialog } from './BundleDialog.tsx';
import { ConcludeDialog } from './ConcludeDialog.tsx';
import { EditDialog } from './EditDialog.tsx';
import { InvestigateDialog } from './InvestigateDialog.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import type { Step, StepProps } from './steps.ts';
import { TriageDialog } from './TriageDialog.tsx';

export function StepDialog({ step, ...props }: StepProps & { readonly step: Step }) {
  const [first] = props.targets;
  if (first === undefined) return null;
  switch (step) {
    case 'edit':
      return <EditDialog {...props} referral={first} />;
    case 'assign':
      return <AssignDialog {...props} />;
    case 'triage':
      return <TriageDialog {...props} />;
    case 'bundle':
      return <BundleDialog {...props} />;
    case 'conclude':
      return <ConcludeDialog {...props} />;
    case 'investigate':
      return <InvestigateDialog {...props} unitId={first.unitId} />;
    case 'reopen':
    case 'split':
      return <ReturnDialog {...props} referral={first} step={step} />;
  }
}
