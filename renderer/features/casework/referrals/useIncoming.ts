import type { TransferRow } from '#contract/casework/transfers';
import { useRead } from '../../../bridge/queries.ts';

/** Files that other units offer to those of who is signed in and that wait for an answer, the longest waiting first. */
export function useIncoming(): readonly TransferRow[] {
  const { data } = useRead('transfers.list', { pendingOnly: true });
  return (data?.transfers ?? []).filter((row) => row.mayDecide && row.toUnitId !== null).toReversed();
}
