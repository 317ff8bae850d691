import type { ReferralState } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { and, gte, inArray, lte, sql } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { catalogue } from '../../casework/clocks/catalogue.ts';
import { arrest, investigationEvent, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { dayNumber } from './files/days.ts';
import type { FileSteps } from './stages.ts';

/** Kinds whose record is an act of the investigation, and not a notice that came or a step in court. */
const acts = catalogue.kinds
  .filter(({ group }) => ['preservation', 'production', 'search', 'detention'].includes(group))
  .map(({ code }) => code);

/** By its full name: a column of one table is written without, and the tables within have an `id` of their own. */
const cohortId = sql`${sql.identifier('referral')}.${sql.identifier('id')}`;

function firstEvent(states: readonly ReferralState[]) {
  return sql<string | null>`(select min(${referralEvent.on}) from ${referralEvent}
    where ${referralEvent.referralId} = ${cohortId} and ${inArray(referralEvent.toState, [...states])})`;
}

const linked = sql`(select ${referralInvestigation.investigationId} from ${referralInvestigation}
  where ${referralInvestigation.referralId} = ${cohortId})`;

const firstAuthority = sql<string | null>`(select min(${authority.startedOn}) from ${authority}
  where ${authority.investigationId} in ${linked} and ${inArray(authority.kind, acts)}
    and coalesce(${authority.endReason}, '') <> 'entered_in_error')`;
const firstArrest = sql<string | null>`(select min(${arrest.arrestedOn}) from ${arrest}
  where ${arrest.investigationId} in ${linked})`;
const firstConclusion = sql<string | null>`(select min(${investigationEvent.on}) from ${investigationEvent}
  where ${investigationEvent.investigationId} in ${linked} and ${investigationEvent.kind} = 'concluded')`;

const earliest = (...days: readonly (string | null)[]): number | null => {
  const known = days.filter((day) => day !== null).sort();
  return known[0] === undefined ? null : dayNumber(known[0]);
};

/** The steps of the referrals that some units received between two days, by unit. An investigation that is opened is assigned by that. */
export async function readSteps(
  db: ReadDb,
  unitIds: readonly UnitId[],
  from: CivilDate,
  to: CivilDate,
): Promise<ReadonlyMap<string, readonly FileSteps[]>> {
  const rows = await db
    .select({
      unitId: referral.unitId,
      receivedOn: referral.receivedOn,
      assigned: firstEvent(['assigned', 'linked']),
      authority: firstAuthority,
      arrest: firstArrest,
      concludedItself: firstEvent(['concluded']),
      concludedInvestigation: firstConclusion,
      left: firstEvent(['bundled', 'not_viable', 'information_only', 'transferred_out']),
    })
    .from(referral)
    .where(and(inArray(referral.unitId, [...unitIds]), gte(referral.receivedOn, from), lte(referral.receivedOn, to)));
  const steps = rows.map((row) => ({
    unitId: row.unitId,
    received: dayNumber(row.receivedOn),
    assigned: earliest(row.assigned),
    acted: earliest(row.authority, row.arrest),
    concluded: earliest(row.concludedItself, row.concludedInvestigation),
    left: earliest(row.left),
  }));
  return groupsBy(steps, ({ unitId }) => unitId);
}
