import type { ReferralRow } from '#contract/casework/referrals';
import { TransferDialog } from '../../../ui/TransferDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { BundleDialog } from './BundleDialog.tsx';
import { NoticeDialog } from '../../../ui/NoticeDialog.tsx';
import { CheckDialog } from './CheckDialog.tsx';
import { DangerStep } from './DangerStep.tsx';
import { DecideManyDialog } from './DecideManyDialog.tsx';
import { EditDialog } from './EditDialog.tsx';
import { EndReferrals } from './EndReferrals.tsx';
import { InvestigateDialog } from './InvestigateDialog.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import type { GroupStep, Step, StepProps, TakenStep } from './steps.ts';
import { TriageDialog } from './TriageDialog.tsx';

const named = ({ id, unitId, number }: ReferralRow) => ({ referralId: id, unitId, number });

interface StepDialogProps extends Pick<StepProps, 'onClose' | 'onDone'> {
  readonly taken: TakenStep;
}

export function StepDialog({ taken, ...on }: StepDialogProps) {
  const [head] = taken.targets;
  if (head === undefined) return null;
  if (taken.step === 'investigate') return <InvestigateDialog {...on} targets={taken.targets} unitId={head.unitId} />;
  if (taken.step === 'bundle') return <BundleDialog {...on} targets={taken.targets} />;
  return <OwnStep {...on} step={taken.step} targets={taken.targets} />;
}

function OwnStep({ step, ...props }: StepProps & { readonly step: Exclude<Step, GroupStep> }) {
  const [first] = props.targets;
  if (first === undefined) return null;
  switch (step) {
    case 'edit':
      return <EditDialog {...props} referral={first} />;
    case 'assign':
      return <AssignDialog {...props} />;
    case 'triage':
      return <TriageDialog {...props} />;
    case 'danger':
      return props.targets.length > 1 ? <DecideManyDialog {...props} /> : <DangerStep {...props} />;
    case 'notify':
      return <NoticeDialog {...props} {...named(first)} />;
    case 'check':
      return <CheckDialog {...props} {...named(first)} />;
    case 'transfer':
      return (
        <TransferDialog
          number={first.number}
          unitId={first.unitId}
          referralId={first.id}
          investigationId={null}
          onClose={props.onClose}
          onDone={props.onDone}
        />
      );
    case 'conclude':
      return <EndReferrals {...props} />;
    case 'reopen':
    case 'split':
      return <ReturnDialog {...props} referral={first} step={step} />;
  }
}
