import type { HandoverDetail } from '#contract/casework/handover';
import { useRowCursor } from '../../../lib/useRowCursor.ts';
import type { Passed } from '../investigations/ReassignDialog.tsx';

export type HandoverPart = 'files' | 'referrals' | 'tasks' | 'hearings' | 'dates' | 'papers' | 'notes';

const none: never[] = [];

/** What is chosen for the next officer in each list; where nothing is, the row under the cursor of the list in view. */
export function useHandedOver(detail: HandoverDetail | undefined, part: HandoverPart) {
  const files = useRowCursor(detail?.investigations ?? none);
  const referrals = useRowCursor(detail?.referrals ?? none);
  const tasks = useRowCursor(detail?.tasks ?? none);
  const hearings = useRowCursor(detail?.hearings ?? none);
  const cursors = [files, referrals, tasks, hearings] as const;
  const selected = cursors.reduce((sum, cursor) => sum + cursor.selected.size, 0);
  const taken = <Row extends { readonly id: string }>(
    cursor: ReturnType<typeof useRowCursor<Row>>,
    own: HandoverPart,
  ) => (selected > 0 ? [...cursor.selected.values()] : part === own ? cursor.marked : []);
  const passed: Passed = {
    investigations: taken(files, 'files'),
    referrals: taken(referrals, 'referrals'),
    tasks: taken(tasks, 'tasks'),
    hearings: taken(hearings, 'hearings'),
  };
  return {
    files,
    referrals,
    tasks,
    hearings,
    selected,
    passed,
    count: Object.values(passed).reduce((sum, rows) => sum + rows.length, 0),
    clear: () => {
      for (const { clear } of cursors) clear();
    },
  };
}

export type HandedOver = ReturnType<typeof useHandedOver>;
