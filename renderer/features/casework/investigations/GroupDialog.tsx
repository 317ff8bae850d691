import type { GroupDialogProps, GroupStep } from './fileGroups.ts';
import { LeadDialog } from './LeadDialog.tsx';
import { TagDialog } from './links/TagDialog.tsx';
import { ReassignDialog } from './ReassignDialog.tsx';
import { WaitDialog } from './WaitDialog.tsx';

export function GroupDialog({ step, ...props }: GroupDialogProps & { readonly step: GroupStep }) {
  const [first] = props.files;
  if (first === undefined) return null;
  switch (step) {
    case 'lead':
      return <LeadDialog {...props} />;
    case 'wait':
      return <WaitDialog {...props} />;
    case 'operations':
      return <TagDialog {...props} held={[]} />;
    case 'handOver':
      return first.lead === null ? null : (
        <ReassignDialog
          unitId={first.unitId}
          officer={first.lead}
          passed={{ investigations: props.files, referrals: [], tasks: [], hearings: [] }}
          onClose={props.onClose}
          onDone={props.onDone}
        />
      );
  }
}
