import { and, between, countDistinct, desc, eq, lte, ne } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Survival } from '#contract/statistics/survival';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';

interface Received {
  readonly unitIds: readonly UnitId[];
  readonly from: CivilDate;
  readonly on: CivilDate;
}

/** By source, the referrals of some days and those that an investigation took over until the last of them; the largest sources first. */
export function readInvestigated(db: ReadDb, { unitIds, from, on }: Received): Promise<Survival['investigated']> {
  const link = referralInvestigation;
  return (
    db
      .select({
        source: referral.source,
        referrals: countDistinct(referral.id),
        investigated: countDistinct(link.referralId),
      })
      .from(referral)
      .leftJoin(link, and(eq(link.referralId, referral.id), lte(link.linkedOn, on)))
      // What is bundled under another referral is counted once, with it.
      .where(
        and(isAmong(referral.unitId, unitIds), between(referral.receivedOn, from, on), ne(referral.state, 'bundled')),
      )
      .groupBy(referral.source)
      .orderBy(desc(countDistinct(referral.id)), referral.source)
  );
}
