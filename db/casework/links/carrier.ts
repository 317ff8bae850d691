import type { ReferralId } from '#contract/ground/ids';
import { and, asc, desc, eq } from 'drizzle-orm';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';

/**
 * The investigation that carries the referral over in the backlog: the first that it was linked to, where that link carried
 * it. A referral that joined a file which was one already is carried by none.
 */
export async function carrierOf(tx: WriteTx, referralId: ReferralId): Promise<string | null> {
  const [last] = await tx
    .select({ carried: referralEvent.carried })
    .from(referralEvent)
    .where(and(eq(referralEvent.referralId, referralId), eq(referralEvent.toState, 'linked')))
    .orderBy(desc(referralEvent.position))
    .limit(1);
  if (last?.carried !== true) return null;
  const [first] = await tx
    .select({ id: investigation.id })
    .from(referralInvestigation)
    .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
    .where(and(eq(referralInvestigation.referralId, referralId), eq(investigation.origin, 'carried')))
    .orderBy(asc(referralInvestigation.linkedOn), asc(investigation.id))
    .limit(1);
  return first?.id ?? null;
}
