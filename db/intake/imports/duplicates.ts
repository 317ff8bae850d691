import { inArray } from 'drizzle-orm';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { numbersAtOnce } from '../../casework/referrals/knownNumbers.ts';

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
