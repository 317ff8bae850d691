import { knownFiles } from '../../casework/identifiers/known.ts';
import { soughtOf } from '../../casework/identifiers/matches.ts';
import { unitsHolding } from '../../casework/referrals/elsewhere.ts';
import { together } from '../../ground/kernel/together.ts';
import type { ReadHandler } from '../../store/types.ts';

const matchTip: ReadHandler<'tips.matches'> = (db, { identifiers }) => {
  const sought = soughtOf(identifiers);
  return together({
    files: knownFiles(db, { sought, externalKey: null, except: [] }),
    elsewhere: unitsHolding(db, { externalNumber: null, sought }),
  });
};

export const tipReads = { 'tips.matches': matchTip };
