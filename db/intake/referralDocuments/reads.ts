import { filesSharing, soughtOf } from '../../casework/identifiers/matches.ts';
import { withNumbers } from '../../casework/identifiers/reads.ts';
import { addressWindow } from '../../casework/identifiers/window.ts';
import { unitsHolding } from '../../casework/referrals/elsewhere.ts';
import type { ReadHandler } from '../../store/types.ts';

const matchTip: ReadHandler<'tips.matches'> = async (db, { identifiers }) => {
  const sought = soughtOf(identifiers);
  return {
    files: await withNumbers(db, await filesSharing(db, sought, { windowMs: await addressWindow(db) })),
    elsewhere: await unitsHolding(db, { externalNumber: null, sought }),
  };
};

export const tipReads = { 'tips.matches': matchTip };
