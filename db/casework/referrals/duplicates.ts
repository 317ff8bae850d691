import type { ReferralId } from '#contract/ground/ids';
import { and, eq, notInArray } from 'drizzle-orm';
import type { DuplicateReason, PossibleDuplicate } from '#contract/casework/referrals';
import { isAmong } from '../../ground/kernel/among.ts';
import { together } from '../../ground/kernel/together.ts';
import { filesSharing, type Sought } from '../identifiers/matches.ts';
import { addressWindow } from '../identifiers/window.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { externalKey } from './rules.ts';
import { toDuplicate } from './rows.ts';

interface Given {
  readonly externalNumber: string | null;
  readonly sought: readonly Sought[];
  /** The referral itself, where it is recorded already. */
  readonly except: readonly ReferralId[];
}

/** Of each kind of reason: more would not be looked through. */
const most = 20;

/**
 * Other referrals that may be about the same, each with every reason. Through a reading connection these are the session's units' own; in a
 * transaction they are all of the workspace.
 */
export async function possibleDuplicates(
  db: Pick<ReadDb, 'select'>,
  { externalNumber, sought, except }: Given,
): Promise<PossibleDuplicate[]> {
  const reasons = new Map<string, Set<DuplicateReason>>();
  const key = externalKey(externalNumber);
  const { numbered, sharing } = await together({
    numbered: key
      ? db
          .select({ id: referral.id })
          .from(referral)
          .where(and(eq(referral.externalKey, key), notInArray(referral.id, [...except])))
          .limit(most)
      : [],
    sharing: filesSharing(db, sought, { windowMs: addressWindow(db), except }),
  });
  for (const { id } of numbered) reasons.set(id, new Set(['same_external_number']));
  for (const { file, shared } of sharing.filter((each) => each.file.kind === 'referral').slice(0, most)) {
    const held = reasons.get(file.id) ?? new Set();
    for (const { reason } of shared) held.add(reason);
    reasons.set(file.id, held);
  }
  const rows = await db
    .select()
    .from(referral)
    .where(isAmong(referral.id, [...reasons.keys()]))
    .orderBy(referral.receivedOn, referral.id);
  return rows.map((row) => ({ ...toDuplicate(row), reasons: [...(reasons.get(row.id) ?? [])] }));
}
