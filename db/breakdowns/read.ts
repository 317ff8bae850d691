import { and, between, eq, inArray, ne, or, isNull, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { unknownCategory, type CountedCode } from '#contract/breakdowns';
import { firstDayOf, lastDayOf, quarterMonths, type Quarter } from '#contract/dates';
import { reasonsInForce } from '../clearance/reasons.ts';
import { catalogue } from '../clocks/catalogue.ts';
import { catalogueInForce } from '../offences/catalogue.ts';
import { authority } from '../schema/unit/authorities.ts';
import { arrest, charge, investigation, investigationEvent } from '../schema/unit/investigations.ts';
import { clearance } from '../schema/unit/offences.ts';
import { person } from '../schema/unit/persons.ts';
import { referral } from '../schema/unit/referrals.ts';
import type { ReadDb } from '../store/types.ts';
import { readChargedByAge } from './charged.ts';
import type { CategoryCount, Span } from './counts.ts';
import { clearanceCategory, sectionCategory } from './rules.ts';

type Read = (db: ReadDb, span: Span) => Promise<readonly CategoryCount[]>;

const known = (category: string | null): string | null => (category === unknownCategory ? null : category);
const within = ({ unitIds, from, to }: Span, unitId: SQLiteColumn, on: SQLiteColumn): SQL | undefined =>
  and(inArray(unitId, [...unitIds]), between(on, from, to));

/**
 * Of what came with a file from another unit, only what is dated from that day on: the rest stands in the months of the unit that
 * had it then.
 */
const ownSince = (on: SQLiteColumn): SQL | undefined =>
  or(ne(investigation.origin, 'transferred'), sql`${on} >= ${investigation.openedOn}`);

const received: Read = async (db, span) => {
  const rows = await db
    .select({
      unitId: referral.unitId,
      source: referral.source,
      band: referral.riskBand,
      count: sql<number>`count(*)`,
    })
    .from(referral)
    .where(and(within(span, referral.unitId, referral.receivedOn), eq(referral.transferredIn, false)))
    .groupBy(referral.unitId, referral.source, referral.riskBand);
  return rows.flatMap(({ unitId, source, band, count }): CategoryCount[] => [
    { unitId, code: 'R1', by: 'source', category: source, count },
    { unitId, code: 'R1', by: 'risk_band', category: band, count },
  ]);
};

const opened: Read = async (db, span) => {
  const rows = await db
    .select({ unitId: investigation.unitId, origin: investigation.origin, count: sql<number>`count(*)` })
    .from(investigation)
    .where(and(within(span, investigation.unitId, investigation.openedOn), ne(investigation.origin, 'transferred')))
    .groupBy(investigation.unitId, investigation.origin);
  return rows.map(({ unitId, origin, count }) => {
    const category = origin === 'proactive' ? 'proactive' : 'reactive';
    return { unitId, code: 'I1', by: 'origin', category, count };
  });
};

const concluded: Read = async (db, span) => {
  const reasons = await reasonsInForce(db);
  const rows = await db
    .select({
      unitId: investigationEvent.unitId,
      founded: clearance.founded,
      reason: clearance.reason,
      count: sql<number>`count(*)`,
    })
    .from(investigationEvent)
    .leftJoin(clearance, eq(clearance.investigationId, investigationEvent.investigationId))
    .where(
      and(within(span, investigationEvent.unitId, investigationEvent.on), eq(investigationEvent.kind, 'concluded')),
    )
    .groupBy(investigationEvent.unitId, clearance.founded, clearance.reason);
  return rows.map(({ unitId, founded, reason, count }) => ({
    unitId,
    code: 'I2',
    by: 'clearance',
    category: clearanceCategory(founded, reason, reasons),
    count,
  }));
};

/** Counts of charges that are laid, by their section or by how they ended, on the day of the one or the other. */
function chargesBy(column: typeof charge.section | typeof charge.disposition, on: SQLiteColumn) {
  return (db: ReadDb, span: Span) =>
    db
      .select({ unitId: charge.unitId, value: column, count: sql<number>`sum(${charge.counts})` })
      .from(charge)
      .innerJoin(investigation, eq(investigation.id, charge.investigationId))
      .where(and(within(span, charge.unitId, on), eq(charge.stage, 'laid'), ownSince(on)))
      .groupBy(charge.unitId, column);
}

const charged: Read = async (db, span) => {
  const offences = await catalogueInForce(db);
  const rows = await chargesBy(charge.section, charge.laidOn)(db, span);
  return rows.map(({ unitId, value, count }) => ({
    unitId,
    code: 'C1',
    by: 'offence_section',
    category: sectionCategory(value, offences),
    count,
  }));
};

const ended: Read = async (db, span) => {
  const rows = await chargesBy(charge.disposition, charge.disposedOn)(db, span);
  return rows.map(({ unitId, value, count }) => ({ unitId, code: 'J1', by: 'disposition', category: value, count }));
};

const arrested: Read = async (db, span) => {
  const rows = await db
    .select({ unitId: arrest.unitId, youth: arrest.youth, count: sql<number>`count(*)` })
    .from(arrest)
    .innerJoin(investigation, eq(investigation.id, arrest.investigationId))
    .where(and(within(span, arrest.unitId, arrest.arrestedOn), ownSince(arrest.arrestedOn)))
    .groupBy(arrest.unitId, arrest.youth);
  return rows.map(({ unitId, youth, count }) => ({
    unitId,
    code: 'C3',
    by: 'youth_adult',
    category: youth ? 'youth' : 'adult',
    count,
  }));
};

/** Victims, each of them once by age and once by gender: the two are never crossed. */
function victims(code: 'V1' | 'V2', on: typeof person.identifiedOn | typeof person.safeguardedOn): Read {
  return async (db, span) => {
    const rows = await db
      .select({
        unitId: person.unitId,
        age: person.ageBand,
        gender: person.gender,
        count: sql<number>`count(*)`,
      })
      .from(person)
      .leftJoin(investigation, eq(investigation.id, person.fileId))
      .leftJoin(referral, eq(referral.id, person.fileId))
      .where(
        and(
          within(span, person.unitId, on),
          eq(person.role, 'victim'),
          or(isNull(investigation.id), ownSince(on)),
          or(isNull(referral.id), eq(referral.transferredIn, false), sql`${on} >= ${referral.receivedOn}`),
        ),
      )
      .groupBy(person.unitId, person.ageBand, person.gender);
    return rows.flatMap(({ unitId, age, gender, count }): CategoryCount[] => [
      { unitId, code, by: 'age_band', category: known(age), count },
      { unitId, code, by: 'gender', category: known(gender), count },
    ]);
  };
}

const judicial = catalogue.kinds.filter((each) => each.isJudicial).map((each) => each.code);

const authorized: Read = async (db, span) => {
  const rows = await db
    .select({ unitId: authority.unitId, kind: authority.kind, count: sql<number>`count(*)` })
    .from(authority)
    .innerJoin(investigation, eq(investigation.id, authority.investigationId))
    .where(
      and(
        within(span, authority.unitId, authority.startedOn),
        inArray(authority.kind, judicial),
        or(isNull(authority.endReason), ne(authority.endReason, 'entered_in_error')),
        ownSince(authority.startedOn),
      ),
    )
    .groupBy(authority.unitId, authority.kind);
  return rows.map(({ unitId, kind, count }) => ({ unitId, code: 'A1', by: 'kind', category: kind, count }));
};

/** How the rows of each indicator are told apart. */
const readers: Readonly<Record<CountedCode, Read>> = {
  R1: received,
  I1: opened,
  I2: concluded,
  C1: charged,
  C2: readChargedByAge,
  C3: arrested,
  J1: ended,
  V1: victims('V1', person.identifiedOn),
  V2: victims('V2', person.safeguardedOn),
  A1: authorized,
};

/** What the rows of the units tell of a quarter's categories. `db` must show the files of all of them, sealed ones included. */
export async function readCategories(
  db: ReadDb,
  unitIds: readonly string[],
  quarter: Quarter,
): Promise<readonly CategoryCount[]> {
  const months = quarterMonths(quarter);
  const span = { unitIds, from: firstDayOf(months[0]), to: lastDayOf(months[2]) };
  const counts: CategoryCount[] = [];
  for (const read of Object.values(readers)) counts.push(...(await read(db, span)));
  return counts;
}
