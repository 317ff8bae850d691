import type { ReactNode } from 'react';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useText } from '../../../i18n/text.ts';
import type { ScreenAction } from '../../../lib/screenKeys.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import type { RowCursor } from '../../../lib/useRowCursor.ts';
import { useUndo } from '../../../ui/useUndo.tsx';
import { groupLabel, groupSteps, possibleGroupSteps, type GroupStep, type GroupDialogProps } from './fileGroups.ts';
import { LeadDialog } from './LeadDialog.tsx';
import { TagDialog } from './links/TagDialog.tsx';
import { ReassignDialog } from './ReassignDialog.tsx';
import { WaitDialog } from './WaitDialog.tsx';

function GroupDialog({ step, ...props }: GroupDialogProps & { readonly step: GroupStep }) {
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

interface GroupActs {
  readonly keys: readonly ScreenAction[];
  readonly take: (step: GroupStep) => void;
  readonly dialog: ReactNode;
}

/** What can be done to the marked files of a list: their letters, and the dialog of the one that was taken. */
export function useGroupActs(cursor: RowCursor<InvestigationRow>): GroupActs {
  const t = useText();
  const offerUndo = useUndo();
  const [taken, { open, close }] = useOpened<{ step: GroupStep; files: readonly InvestigationRow[] }>();
  const take = (step: GroupStep) => {
    open({ step, files: cursor.marked });
  };
  return {
    take,
    keys: possibleGroupSteps(cursor.marked).map((step) => ({
      keys: groupSteps[step],
      label: groupLabel(step, t),
      run: () => {
        take(step);
      },
    })),
    dialog: taken !== null && (
      <GroupDialog
        {...taken}
        onClose={close}
        onDone={(undoable) => {
          close();
          cursor.clear();
          offerUndo(undoable);
        }}
      />
    ),
  };
}
