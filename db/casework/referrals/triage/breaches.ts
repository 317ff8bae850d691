import { and, eq, lt, sql, type SQL } from 'drizzle-orm';
import { riskBand } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { lateness, type Lateness } from '#contract/casework/referrals';
import type { LateCounts } from '#contract/casework/triage';
import { referral } from '../../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import type { ReadHandler } from '../../../store/types.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Whole days that went by since the deadline: from the first, and less than the second. */
const daysLate = {
  upToDay: [0, 1],
  upToWeek: [1, 7],
  upToMonth: [7, 30],
  longer: [30, Number.MAX_SAFE_INTEGER],
} as const satisfies Record<Lateness, readonly [number, number]>;

const wholeDays = (now: number): SQL<number> => sql<number>`(${now} - ${referral.actionDueAt} - 1) / ${dayMs}`;

/** Of the referrals past their deadline, those that are late by so much. */
export function lateBy(late: Lateness, now: number): SQL {
  const [from, before] = daysLate[late];
  return sql`${wholeDays(now)} >= ${from} AND ${wholeDays(now)} < ${before}`;
}

interface Late {
  readonly band: string | null;
  readonly days: number;
  readonly count: number;
}

/** The same referrals as the list's filter of missed deadlines, by whole days that went by since. */
function lateReferrals(db: ReadDb, unitId: UnitId | undefined, now: number): Promise<Late[]> {
  // Days from 31 on are one group, not counted exactly.
  const days = sql<number>`CASE WHEN ${wholeDays(now)} > 31 THEN 31 ELSE ${wholeDays(now)} END`.as('days_late');
  return db
    .select({
      band: referral.riskBand,
      days,
      count: sql<number>`count(*)`,
    })
    .from(referral)
    .where(
      and(
        lt(referral.dueAt, now),
        sql`+${referral.actionDueAt} < ${now}`,
        unitId ? eq(referral.unitId, unitId) : undefined,
      ),
    )
    .groupBy(referral.riskBand, sql`${days}`);
}

const none: LateCounts = { count: 0, upToDay: 0, upToWeek: 0, upToMonth: 0, longer: 0 };

function countsOf(late: readonly Late[]): LateCounts {
  return late.reduce((counts, { days, count }) => {
    const place = lateness.options.find((each) => days < daysLate[each][1]) ?? 'longer';
    return { ...counts, count: counts.count + count, [place]: counts[place] + count };
  }, none);
}

export const breachReads: { readonly 'referrals.breaches': ReadHandler<'referrals.breaches'> } = {
  'referrals.breaches': async (db, { filter: { unitId } }, { clock }) => {
    const late = await lateReferrals(db, unitId, clock.now());
    return {
      total: countsOf(late).count,
      bands: [...riskBand.options, null].flatMap((band) => {
        const counts = countsOf(late.filter((row) => row.band === band));
        return counts.count === 0 ? [] : [{ band, ...counts }];
      }),
    };
  },
};
