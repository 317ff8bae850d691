import { and, asc, eq, exists, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { RunningClock } from '#contract/casework/authorities';
import type { ReferralId } from '#contract/ground/ids';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { never, referral } from '../../ground/schema/unit/referrals.ts';
import { protectionNotice } from '../../ground/schema/unit/triage.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { owedBy } from '../referrals/triage/danger.ts';

type Row = typeof referral.$inferSelect;

/** No one keeps more of these in view at once. */
const most = 200;

/** Those reported to child protection: with a danger that another brought under them, all of it. */
async function reportedOf(db: ReadDb, rows: readonly Row[]): Promise<ReadonlySet<ReferralId>> {
  const ids = rows.map(({ id }) => id);
  const noticed = await db
    .select({ id: protectionNotice.referralId })
    .from(protectionNotice)
    .where(inArray(protectionNotice.referralId, ids));
  const carrying = await db
    .select({ id: referral.bundledUnder })
    .from(referral)
    .where(and(inArray(referral.bundledUnder, ids), eq(referral.state, 'bundled'), isNotNull(referral.dangerSince)));
  const reported = new Set(noticed.map(({ id }) => id));
  for (const row of rows.filter(({ id }) => carrying.some((each) => each.id === id)))
    if ((await owedBy(db, [row])).some(({ kind }) => kind === 'protection_notice')) reported.delete(row.id);
    else reported.add(row.id);
  return reported;
}

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
  const reported = await reportedOf(db, rows);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    unitId: row.unitId,
    dueAt: row.actionDueAt ?? row.dueAt,
    inDanger: row.dangerSince !== null,
    assignedTo: row.assignedTo,
    isReported: reported.has(row.id),
  }));
}
