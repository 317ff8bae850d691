import type { UnitId } from '#contract/ground/ids';
import { and, asc, eq, inArray, lt, lte, ne, or, sql } from 'drizzle-orm';
import { waitingState, type WaitingState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { countingRule } from '../../ground/schema/common/units.ts';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** Today's open files by state of waiting. An open referral waits unassigned until it has an officer. */
export async function waitingNow(db: ReadDb): Promise<Record<WaitingState, number>> {
  const count = sql<number>`count(*)`;
  const files = await db
    .select({ waiting: investigation.waiting, count })
    .from(investigation)
    .where(eq(investigation.open, true))
    .groupBy(investigation.waiting);
  const referrals = await db
    .select({ state: referral.state, count })
    .from(referral)
    .where(eq(referral.open, true))
    .groupBy(referral.state);
  const result = Object.fromEntries(waitingState.options.map((state) => [state, 0])) as Record<WaitingState, number>;
  for (const row of files) result[row.waiting] += row.count;
  for (const row of referrals) result[row.state === 'assigned' ? 'active' : 'unassigned'] += row.count;
  return result;
}

/** The units whose counting rule keeps what is with Crown or court in the backlog on a day. */
async function unitsCountingCourt(db: ReadDb, day: CivilDate): Promise<readonly UnitId[]> {
  const rules = await db
    .select({ unitId: countingRule.unitId, definition: countingRule.backlogDefinition })
    .from(countingRule)
    .where(lte(countingRule.validFrom, day))
    .orderBy(asc(countingRule.validFrom));
  const inForce = new Map(rules.map(({ unitId, definition }) => [unitId, definition]));
  return [...inForce].flatMap(([unitId, definition]) => (definition === 'include_court' ? [unitId] : []));
}

/** The day of receipt that an investigation carries over from its referral; null for one that has none. */
const carriedReceipt = sql<string | null>`(select min(${referral.receivedOn}) from ${referralInvestigation}
  inner join ${referralEvent} on ${referralEvent.referralId} = ${referralInvestigation.referralId}
    and ${referralEvent.carried} = 1 and ${referralEvent.on} = ${investigation.openedOn}
  inner join ${referral} on ${referral.id} = ${referralInvestigation.referralId}
  where ${referralInvestigation.investigationId} = ${investigation.id})`;

/** Files in today's backlog that were received before a day; an investigation has the receipt that it carries. */
export async function olderThan(db: ReadDb, day: CivilDate, today: CivilDate): Promise<number> {
  const [referrals] = await db
    .select({ count: sql<number>`count(*)` })
    .from(referral)
    .where(and(eq(referral.open, true), lt(referral.receivedOn, day)));
  const [files] = await db
    .select({ count: sql<number>`count(*)` })
    .from(investigation)
    .where(
      and(
        eq(investigation.open, true),
        or(
          ne(investigation.waiting, 'crown_or_court'),
          inArray(investigation.unitId, [...(await unitsCountingCourt(db, today))]),
        ),
        or(lt(investigation.openedOn, day), lt(carriedReceipt, day)),
      ),
    );
  return (referrals?.count ?? 0) + (files?.count ?? 0);
}
