import type { SupportCount } from '#contract/casework/victims';
import type { SupportOutcome } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { supportReferral } from '../../ground/schema/unit/offences.ts';
import { lastQuarters } from '../files/lastQuarters.ts';

/** The referrals of some units to services by quarter, by what was answered to them. */
export async function readSupportCounts(
  db: ReadDb,
  unitIds: readonly UnitId[],
  today: CivilDate,
): Promise<readonly SupportCount[]> {
  const { unitId, referredOn, outcome } = supportReferral;
  const found = await db.select({ unitId, referredOn, outcome }).from(supportReferral).where(isAmong(unitId, unitIds));
  return unitIds.flatMap((id) =>
    lastQuarters(today).map(({ quarter, from, to }) => {
      const made = found.filter((each) => each.unitId === id && each.referredOn >= from && each.referredOn <= to);
      const of = (answer: SupportOutcome | null): number => made.filter((each) => each.outcome === answer).length;
      return {
        unitId: id,
        quarter,
        referrals: made.length,
        accepted: of('accepted'),
        declined: of('declined'),
        noAnswer: of(null),
      };
    }),
  );
}
