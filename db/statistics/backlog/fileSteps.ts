import type { ReferralState } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { and, eq, gte, inArray, isNotNull, isNull, lte, or, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { catalogue } from '../../casework/clocks/catalogue.ts';
import { arrest, investigationEvent, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { together } from '../../ground/kernel/together.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { dayNumber } from './files/days.ts';
import type { FileSteps } from './stages.ts';

/** Kinds whose record is an act of the investigation, and not a notice that came or a step in court. */
const acts = catalogue.kinds
  .filter(({ group }) => ['preservation', 'production', 'search', 'detention'].includes(group))
  .map(({ code }) => code);

/** The referrals that some units received between two days. */
function receivedBy(unitIds: readonly UnitId[], from: CivilDate, to: CivilDate) {
  return and(inArray(referral.unitId, [...unitIds]), gte(referral.receivedOn, from), lte(referral.receivedOn, to));
}

type Days = ReadonlyMap<string, string | null>;

const firstOf = (where: SQL | undefined): SQL<string | null> =>
  sql`min(case when ${where} then ${referralEvent.on} end)`;
const isTo = (...states: readonly ReferralState[]) => inArray(referralEvent.toState, [...states]);
const isDayKnown = isNull(referralEvent.onLatest);

/** The first day on which each referral came to these states. */
async function ownDays(db: ReadDb, where: SQL | undefined) {
  const rows = await db
    .select({
      id: referral.id,
      assigned: firstOf(isTo('assigned', 'linked')),
      isUndated: sql<number>`max(case when ${and(isTo('assigned', 'linked'), isNotNull(referralEvent.onLatest))} then 1 else 0 end)`,
      concluded: firstOf(and(isTo('concluded'), isDayKnown)),
      // Until the first day on which it may have been concluded it was not.
      left: firstOf(
        or(
          isTo('bundled', 'not_viable', 'information_only', 'transferred_out'),
          and(isTo('concluded'), isNotNull(referralEvent.onLatest)),
        ),
      ),
    })
    .from(referral)
    .innerJoin(referralEvent, eq(referralEvent.referralId, referral.id))
    .where(where)
    .groupBy(referral.id);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The first day of a fact in an investigation to which each referral is linked: for all at once, since a fact looked up for each referral costs a server a view each. */
async function daysOfFiles(
  db: ReadDb,
  [table, day]: readonly [typeof authority | typeof arrest | typeof investigationEvent, AnyColumn],
  where: SQL | undefined,
): Promise<Days> {
  const rows = await db
    .select({ id: referral.id, on: sql<string | null>`min(${day})` })
    .from(referral)
    .innerJoin(referralInvestigation, eq(referralInvestigation.referralId, referral.id))
    .innerJoin(table, eq(table.investigationId, referralInvestigation.investigationId))
    .where(where)
    .groupBy(referral.id);
  return new Map(rows.map(({ id, on }) => [id, on]));
}

const earliest = (...days: readonly (string | null | undefined)[]): number | null => {
  const known = days.filter((day) => typeof day === 'string').sort();
  return known[0] === undefined ? null : dayNumber(known[0]);
};

/** The steps of the referrals that some units received between two days, by unit. An investigation that is opened is assigned by that. */
export async function readSteps(
  db: ReadDb,
  unitIds: readonly UnitId[],
  from: CivilDate,
  to: CivilDate,
): Promise<ReadonlyMap<string, readonly FileSteps[]>> {
  const received = receivedBy(unitIds, from, to);
  const isAct = and(
    received,
    inArray(authority.kind, acts),
    sql`coalesce(${authority.endReason}, '') <> 'entered_in_error'`,
  );
  const isEnd = and(received, eq(investigationEvent.kind, 'concluded'));
  const { rows, own, acted, arrested, ended } = await together({
    rows: db
      .select({ id: referral.id, unitId: referral.unitId, receivedOn: referral.receivedOn })
      .from(referral)
      .where(received),
    own: ownDays(db, received),
    acted: daysOfFiles(db, [authority, authority.startedOn], isAct),
    arrested: daysOfFiles(db, [arrest, arrest.arrestedOn], received),
    ended: daysOfFiles(db, [investigationEvent, investigationEvent.on], isEnd),
  });
  const steps = rows.map(({ id, unitId, receivedOn }) => ({
    unitId,
    received: dayNumber(receivedOn),
    assigned: earliest(own.get(id)?.assigned),
    isAssignedUndated: own.get(id)?.isUndated === 1,
    acted: earliest(acted.get(id), arrested.get(id)),
    concluded: earliest(own.get(id)?.concluded, ended.get(id)),
    left: earliest(own.get(id)?.left),
  }));
  return groupsBy(steps, ({ unitId }) => unitId);
}
