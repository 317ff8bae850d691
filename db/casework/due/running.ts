import { and, asc, eq, exists, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { RunningClock } from '#contract/casework/authorities';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { never, referral } from '../../ground/schema/unit/referrals.ts';
import { protectionNotice } from '../../ground/schema/unit/triage.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';

/** No one keeps more of these in view at once. */
const most = 200;

/** Deadlines in hours, of dangers and of the top band, the earliest first: what the caller works on or could take, and to a supervisor all. */
export async function runningClocks(db: ReadDb, { session }: Pick<Context, 'session'>): Promise<RunningClock[]> {
  const me = session.user.id;
  const leads = exists(
    db
      .select({ one: sql`1` })
      .from(referralInvestigation)
      .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
      .where(and(eq(referralInvestigation.referralId, referral.id), eq(investigation.lead, me))),
  );
  const own = or(eq(referral.assignedTo, me), isNull(referral.assignedTo), leads);
  const rows = await db
    .select()
    .from(referral)
    .where(
      and(
        lt(referral.dueAt, never),
        isNotNull(referral.actionDueAt),
        or(eq(referral.riskBand, 'imminent'), isNotNull(referral.dangerSince)),
        session.roles.includes('supervisor') ? undefined : own,
      ),
    )
    .orderBy(asc(referral.actionDueAt), asc(referral.id))
    .limit(most);
  const reported = await db
    .select({ id: protectionNotice.referralId })
    .from(protectionNotice)
    .where(
      inArray(
        protectionNotice.referralId,
        rows.map(({ id }) => id),
      ),
    );
  const isReported = new Set(reported.map(({ id }) => id));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    unitId: row.unitId,
    dueAt: row.actionDueAt ?? row.dueAt,
    inDanger: row.dangerSince !== null,
    assignedTo: row.assignedTo,
    isReported: isReported.has(row.id),
  }));
}
