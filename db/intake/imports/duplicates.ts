import { and, inArray, notInArray } from 'drizzle-orm';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { HeldNumber } from './rules.ts';

/** Numbers asked for in one query: well under SQLite's limit of parameters. */
export const numbersAtOnce = 500;

/** Which of these rows without a number an earlier import brought already, over the whole workspace. */
export async function heldFingerprints(
  tx: Pick<WriteTx, 'select'>,
  fingerprints: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let first = 0; first < fingerprints.length; first += numbersAtOnce) {
    const some = fingerprints.slice(first, first + numbersAtOnce);
    const rows = await tx
      .select({ fingerprint: referral.rowFingerprint })
      .from(referral)
      .where(inArray(referral.rowFingerprint, some));
    for (const { fingerprint } of rows) if (fingerprint !== null) found.add(fingerprint);
  }
  return found;
}

/** Who holds these numbers already, over the whole workspace: another unit's file is the duplicate that matters most. Of one that is sealed nothing is told. */
export async function heldNumbers(
  tx: Pick<WriteTx, 'select'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldNumber[]>> {
  const found = new Map<string, HeldNumber[]>();
  const sealed = tx.select({ id: sealedItem.itemId }).from(sealedItem);
  for (let first = 0; first < keys.length; first += numbersAtOnce) {
    const rows = await tx
      .select({ key: referral.externalKey, unitId: referral.unitId, receivedOn: referral.receivedOn })
      .from(referral)
      .where(
        and(inArray(referral.externalKey, keys.slice(first, first + numbersAtOnce)), notInArray(referral.id, sealed)),
      );
    for (const { key, ...held } of rows) {
      if (key === null) continue;
      const others = found.get(key);
      if (others) others.push(held);
      else found.set(key, [held]);
    }
  }
  return found;
}
