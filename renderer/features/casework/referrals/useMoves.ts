import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { Input, Output } from '#contract/index';
import type { ReferralRow } from '#contract/casework/referrals';
import { failureOf } from '../../../bridge/bridge.ts';
import { useWrite } from '../../../bridge/queries.ts';
import type { Undoable } from '../../../ui/useUndo.tsx';
import { undoableRows } from './steps.ts';

type Move = Omit<Input<'referrals.move'>, 'referralId' | 'version'>;

interface Moves {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly moveAll: (targets: readonly ReferralRow[], move: Move) => void;
}

/** One referral after the other; the first that is refused stops the rest, and its message is shown. */
export function useMoves(onDone: (undoable: Undoable) => void, onFailure: (failure: Failure) => void): Moves {
  const { mutateAsync } = useWrite('referrals.move');
  const [state, setState] = useState<{ isBusy: boolean; failure: Failure | null }>({ isBusy: false, failure: null });

  const run = async (targets: readonly ReferralRow[], move: Move) => {
    setState({ isBusy: true, failure: null });
    try {
      const rows: Output<'referrals.assign'>['rows'] = [];
      for (const row of targets) {
        const { version } = await mutateAsync({ referralId: row.id, version: row.version, ...move });
        rows.push({ id: row.id, version });
      }
      onDone(undoableRows({ rows }));
    } catch (error) {
      const failure = failureOf(error);
      setState({ isBusy: false, failure });
      onFailure(failure);
    }
  };
  return {
    ...state,
    moveAll: (targets, move) => {
      void run(targets, move);
    },
  };
}
