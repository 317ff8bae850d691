import { and, asc, between, eq, exists, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { RunningClock } from '#contract/casework/authorities';
import type { ReferralId } from '#contract/ground/ids';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { never, referral } from '../../ground/schema/unit/referrals.ts';
import { protectionNotice } from '../../ground/schema/unit/triage.ts';
import { dayOf } from '../../ground/kernel/days.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { isClosed, type ClosedDays } from '../clocks/civil.ts';
import { clockSettings } from '../clocks/surroundings.ts';
import { awayOn, whoseWork } from '../leave/away.ts';
import { owedBy } from '../referrals/triage/danger.ts';

type Row = typeof referral.$inferSelect;

/** No one keeps more of these in view at once. */
const most = 200;
const hour = 3_600_000;
/** What passed before this shift is in the inbox, and is no news. */
const shift = 8 * hour;
/** From the end of a shift to the next of the same person, where the unit is open then. */
const untilNextShift = 16 * hour;

function nextShift(now: number, closed: ClosedDays): number {
  let at = now + untilNextShift;
  while (isClosed(dayOf(at), closed)) at += 24 * hour;
  return at;
}

/** A decision that is owed within days, as of a backlog that was imported, is no matter of hours. */
const short = 48 * hour;

function isOwedSoon(now: number, closed: ClosedDays) {
  return and(
    between(referral.decisionDueAt, now - shift, nextShift(now, closed)),
    sql`${referral.decisionDueAt} - ${referral.decisionFrom} <= ${short}`,
  );
}

/** The deadline in hours of a row that was found: that of its danger or top band, or of its decision where that is owed and passes first. */
function deadlineIn(row: Row, owed: boolean): Pick<RunningClock, 'dueAt' | 'what'> {
  const action = row.riskBand === 'imminent' || row.dangerSince !== null ? (row.actionDueAt ?? never) : never;
  const decision = owed ? (row.decisionDueAt ?? never) : never;
  return decision < action ? { dueAt: decision, what: 'decision' } : { dueAt: action, what: 'action' };
}

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

/** The leads of the open files that carry them on. */
async function leadsOf(db: ReadDb, rows: readonly Row[]) {
  const found = await db
    .select({ id: referralInvestigation.referralId, lead: investigation.lead })
    .from(referralInvestigation)
    .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
    .where(
      and(
        inArray(
          referralInvestigation.referralId,
          rows.filter(({ state }) => state === 'linked').map(({ id }) => id),
        ),
        eq(investigation.open, true),
        isNotNull(investigation.lead),
      ),
    )
    .orderBy(asc(investigation.id));
  return new Map(found.map(({ id, lead }) => [id, lead]));
}

/** Deadlines in hours, of dangers and of the top band, with decisions about danger that are owed before the next shift, the earliest first: what the caller works on or could take, and to a supervisor all. */
export async function runningClocks(
  db: ReadDb,
  { session, clock }: Pick<Context, 'session' | 'clock'>,
): Promise<RunningClock[]> {
  const now = clock.now();
  const away = await awayOn(db, clock.today());
  const [mine, nobodys] = [whoseWork(session.user.id, away), whoseWork('nobody', away)];
  const isLead = exists(
    db
      .select({ one: sql`1` })
      .from(referralInvestigation)
      .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
      .where(
        and(
          eq(referralInvestigation.referralId, referral.id),
          isNotNull(investigation.lead),
          or(
            mine.where(investigation.lead, investigation.unitId),
            nobodys.where(investigation.lead, investigation.unitId),
          ),
        ),
      ),
  );
  const own = or(
    mine.where(referral.assignedTo, referral.unitId),
    nobodys.where(referral.assignedTo, referral.unitId),
    isLead,
  );
  const isOwed = isOwedSoon(now, (await clockSettings(db)).closed);
  const found = await db
    .select({ row: referral, owed: sql<number>`CASE WHEN ${isOwed} THEN 1 ELSE 0 END` })
    .from(referral)
    .where(
      and(
        lt(referral.dueAt, never),
        or(
          and(isNotNull(referral.actionDueAt), or(eq(referral.riskBand, 'imminent'), isNotNull(referral.dangerSince))),
          isOwed,
        ),
        session.roles.includes('supervisor') ? undefined : own,
      ),
    )
    .orderBy(asc(referral.dueAt), asc(referral.id))
    .limit(most);
  const rows = found.map(({ row }) => row);
  const reported = await reportedOf(db, rows);
  const leads = await leadsOf(db, rows);
  const clocks = found.map(({ row, owed }) => ({
    id: row.id,
    number: row.number,
    unitId: row.unitId,
    ...deadlineIn(row, owed === 1),
    inDanger: row.dangerSince !== null,
    assignedTo: leads.get(row.id) ?? row.assignedTo,
    isReported: reported.has(row.id),
  }));
  return clocks.sort((a, b) => a.dueAt - b.dueAt);
}
