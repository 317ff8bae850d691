import type { HandoverDetail } from '#contract/casework/handover';
import { useRowCursor } from '../../../lib/useRowCursor.ts';
import type { Passed } from '../investigations/ReassignDialog.tsx';

export type HandoverPart = 'files' | 'referrals' | 'tasks' | 'dates' | 'papers' | 'notes';

const none: never[] = [];

/** What is chosen for the next officer in each list; where nothing is, the row under the cursor of the list in view. */
export function useHandedOver(detail: HandoverDetail | undefined, part: HandoverPart) {
  const files = useRowCursor(detail?.investigations ?? none);
  const referrals = useRowCursor(detail?.referrals ?? none);
  const tasks = useRowCursor(detail?.tasks ?? none);
  const cursors = [files, referrals, tasks] as const;
  const selected = cursors.reduce((sum, cursor) => sum + cursor.selected.size, 0);
  const taken = <Row extends { readonly id: string }>(
    cursor: ReturnType<typeof useRowCursor<Row>>,
    own: HandoverPart,
  ) => (selected > 0 ? [...cursor.selected.values()] : part === own ? cursor.marked : []);
  const passed: Passed = {
    investigationIds: taken(files, 'files').map(({ id }) => id),
    referralIds: taken(referrals, 'referrals').map(({ id }) => id),
    taskIds: taken(tasks, 'tasks').map(({ id }) => id),
  };
  return {
    ...{ files, referrals, tasks, selected, passed },
    count: passed.investigationIds.length + passed.referralIds.length + passed.taskIds.length,
    clear: () => {
      for (const { clear } of cursors) clear();
    },
  };
}

export type HandedOver = ReturnType<typeof useHandedOver>;
