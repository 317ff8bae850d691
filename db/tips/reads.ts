import { filesSharing } from '../identifiers/matches.ts';
import { identifierKey } from '../identifiers/normalise.ts';
import { withNumbers } from '../identifiers/reads.ts';
import { readSeen } from '../identifiers/rules.ts';
import { addressWindow } from '../identifiers/window.ts';
import type { ReadHandler } from '../store/types.ts';

const matchTip: ReadHandler<'tips.matches'> = async (db, { identifiers }) => {
  const sought = identifiers.flatMap(({ kind, value, service, port, seenText, seenOffset }) => {
    const key = identifierKey(kind, value);
    const { seenAt } = readSeen(seenText, seenOffset);
    return key === null ? [] : [{ kind, identifierKey: key, service, port, seenAt }];
  });
  return { files: await withNumbers(db, await filesSharing(db, sought, { windowMs: await addressWindow(db) })) };
};

export const tipReads = { 'tips.matches': matchTip };
