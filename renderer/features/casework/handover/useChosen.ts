import { useState } from 'react';
import type { HandoverDetail } from '#contract/casework/handover';

export interface Chosen {
  readonly investigationIds: HandoverDetail['investigations'][number]['id'][];
  readonly referralIds: HandoverDetail['referrals'][number]['id'][];
  readonly taskIds: HandoverDetail['tasks'][number]['id'][];
  readonly count: number;
  readonly has: (id: string) => boolean;
  readonly set: (ids: readonly string[], isChosen: boolean) => void;
}

/** Everything is chosen until something is left out. */
export function useChosen(detail: HandoverDetail | undefined): Chosen {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const kept = <T extends string>(rows: readonly { readonly id: T }[] = []): T[] =>
    rows.flatMap(({ id }) => (leftOut.has(id) ? [] : [id]));
  const investigationIds = kept(detail?.investigations);
  const referralIds = kept(detail?.referrals);
  const taskIds = kept(detail?.tasks);
  return {
    investigationIds,
    referralIds,
    taskIds,
    count: investigationIds.length + referralIds.length + taskIds.length,
    has: (id) => !leftOut.has(id),
    set: (ids, isChosen) => {
      const next = new Set(leftOut);
      for (const id of ids) {
        if (isChosen) next.delete(id);
        else next.add(id);
      }
      setLeftOut(next);
    },
  };
}
