import { and, inArray, notInArray } from 'drizzle-orm';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';

/** Numbers asked for in one query: well under SQLite's limit of parameters. */
export const numbersAtOnce = 500;

export interface HeldNumber {
  readonly unitId: string;
  readonly receivedOn: string;
}

interface Numbered {
  readonly key: string;
  readonly receivedOn: string;
}

/**
 * Who holds these numbers already, over the whole workspace: another unit's file is the duplicate that matters most. A sealed one is not
 * disclosed. In a transaction of a server, who asks for one of them next waits until it ends, so that two units do not both find nobody.
 */
export async function heldNumbers(
  tx: Pick<WriteTx, 'select' | 'across'>,
  asked: readonly Numbered[],
): Promise<ReadonlyMap<string, readonly HeldNumber[]>> {
  const rows: (HeldNumber & { readonly key: string | null })[] = [];
  const sealed = tx.select({ id: sealedItem.itemId }).from(sealedItem);
  for (let first = 0; first < asked.length; first += numbersAtOnce) {
    const some = asked.slice(first, first + numbersAtOnce);
    const keys = some.map(({ key }) => key);
    const found = tx.across
      ? await tx.across.knownNumbers(some)
      : await tx
          .select({ key: referral.externalKey, unitId: referral.unitId, receivedOn: referral.receivedOn })
          .from(referral)
          .where(and(inArray(referral.externalKey, keys), notInArray(referral.id, sealed)));
    rows.push(...found);
  }
  return groupsBy(rows, ({ key }) => key ?? '');
}
