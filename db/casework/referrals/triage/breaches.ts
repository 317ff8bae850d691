import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { riskBand } from '#contract/ground/codes';
import type { UnitId, UserId } from '#contract/ground/ids';
import type { LateCounts } from '#contract/casework/triage';
import { user } from '../../../ground/schema/common/people.ts';
import { referral } from '../../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import type { ReadHandler } from '../../../store/types.ts';

const dayMs = 24 * 60 * 60 * 1000;

interface Late {
  readonly band: string | null;
  readonly officer: string | null;
  readonly displayName: string | null;
  readonly days: number;
  readonly count: number;
}

/** The same referrals as the list's filter of missed deadlines, by whole days that went by since. */
function lateReferrals(db: ReadDb, unitId: UnitId | undefined, now: number): Promise<Late[]> {
  // Days from 31 on are one: no more is told of them.
  const days = sql<number>`min(31, (${now} - ${referral.actionDueAt} - 1) / ${dayMs})`;
  return db
    .select({
      band: referral.riskBand,
      officer: referral.assignedTo,
      displayName: user.displayName,
      days,
      count: sql<number>`count(*)`,
    })
    .from(referral)
    .leftJoin(user, eq(user.id, referral.assignedTo))
    .where(
      and(
        lt(referral.dueAt, now),
        sql`+${referral.actionDueAt} < ${now}`,
        unitId ? eq(referral.unitId, unitId) : undefined,
      ),
    )
    .groupBy(referral.riskBand, referral.assignedTo, days)
    .orderBy(asc(user.displayName), asc(referral.assignedTo));
}

/** The order is that of the rows: by name. */
function groupedBy<K>(late: readonly Late[], keyOf: (row: Late) => K): ReadonlyMap<K, LateCounts> {
  const groups = new Map<K, LateCounts>();
  for (const row of late) {
    const held = groups.get(keyOf(row)) ?? { count: 0, upToDay: 0, upToWeek: 0, upToMonth: 0, longer: 0 };
    const place = row.days < 1 ? 'upToDay' : row.days < 7 ? 'upToWeek' : row.days < 30 ? 'upToMonth' : 'longer';
    groups.set(keyOf(row), { ...held, count: held.count + row.count, [place]: held[place] + row.count });
  }
  return groups;
}

export const breachReads: { readonly 'referrals.breaches': ReadHandler<'referrals.breaches'> } = {
  'referrals.breaches': async (db, { filter: { unitId } }, { clock }) => {
    const late = await lateReferrals(db, unitId, clock.now());
    const byBand = groupedBy(late, ({ band }) => band);
    const byOfficer = groupedBy(late, ({ officer }) => officer);
    const names = new Map(late.map(({ officer, displayName }) => [officer, displayName]));
    return {
      total: late.reduce((sum, { count }) => sum + count, 0),
      bands: [...riskBand.options, null].flatMap((band) => {
        const counts = byBand.get(band);
        return counts === undefined ? [] : [{ band, ...counts }];
      }),
      officers: Array.from(byOfficer, ([officer, counts]) => ({
        userId: officer as UserId | null,
        displayName: names.get(officer) ?? null,
        ...counts,
      })),
    };
  },
};
