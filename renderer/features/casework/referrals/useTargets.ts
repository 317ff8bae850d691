import { useState } from 'react';
import type { ReferralId } from '#contract/ground/ids';
import type { ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import type { RowCursor } from '../../../lib/useRowCursor.ts';

interface Targets {
  /** What a step concerns. */
  readonly targets: readonly ReferralRow[];
  /** Whichever of the two has the focus says so: the steps follow it. */
  readonly toPanel: () => void;
  readonly toList: () => void;
}

/**
 * The selected rows; without any, the referral of the panel while the focus is, or was last, in it; else the row under the cursor.
 * The panel may show one that the list does not hold, or not under its cursor.
 */
export function useTargets(cursor: RowCursor<ReferralRow>, openId: ReferralId | undefined): Targets {
  const [isInPanel, setInPanel] = useState(false);
  const shown = useRead('referrals.get', { referralId: openId ?? '' }, { enabled: openId !== undefined }).data;
  const isOfPanel = isInPanel && openId !== undefined && cursor.selected.size === 0;
  return {
    targets: isOfPanel && shown?.referral.id === openId ? [shown.referral] : cursor.targets,
    toPanel: () => {
      setInPanel(true);
    },
    toList: () => {
      setInPanel(false);
    },
  };
}
