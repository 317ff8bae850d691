import type { PaperDecision, PaperRecord } from '#contract/custody/disclosure';
import { blanksAsNull } from '../../../lib/blanks.ts';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { decideInput, type Deciding } from './decideInput.ts';
import { startingGround } from './groundValues.ts';

/** The form of a decision to withhold: what is withheld of the records is given, the ground and the remark are asked for. */
export function useDecision(
  deciding: Deciding,
  records: readonly PaperRecord[],
  withheld: Pick<PaperDecision, 'way' | 'fields' | 'spans'>,
  onClose: () => void,
) {
  return useMethodForm('papers.decide', {
    values: startingGround(records[0]),
    toInput: ({ decision }) => decideInput(deciding, records, { ...withheld, ...blanksAsNull(decision) }),
    onDone: onClose,
  });
}
