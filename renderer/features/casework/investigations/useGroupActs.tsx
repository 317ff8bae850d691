import type { ReactNode } from 'react';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useText } from '../../../i18n/text.ts';
import type { ScreenAction } from '../../../lib/screenKeys.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import type { RowCursor } from '../../../lib/useRowCursor.ts';
import { useUndo } from '../../../ui/useUndo.tsx';
import { groupLabel, groupSteps, possibleGroupSteps, type GroupStep } from './fileGroups.ts';
import { GroupDialog } from './GroupDialog.tsx';

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
