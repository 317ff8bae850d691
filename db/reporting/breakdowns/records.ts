import { and, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { unknownCategory } from '#contract/reporting/breakdowns';
import type { Measure } from '#contract/ground/codes';
import { catalogue } from '../../casework/clocks/catalogue.ts';
import { catalogueInForce } from '../../casework/offences/catalogue.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { arrest, charge } from '../../ground/schema/unit/investigations.ts';
import { transferredCount } from '../../ground/schema/unit/ledger.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { isIn, type CategoryCount, type CategoryReader, type Span } from './counts.ts';
import { sectionCategory } from './rules.ts';

interface Counted {
  readonly table: SQLiteTable;
  readonly id: SQLiteColumn;
  readonly unitId: SQLiteColumn;
  /** The day on which it counts. */
  readonly on: SQLiteColumn;
  readonly measure: Measure;
  readonly where?: SQL | undefined;
  readonly amount?: SQL<number>;
}

/** How many there are of each value of a column, in the unit that counted them: the file may have gone to another since. */
function countBy(db: ReadDb, span: Span, column: SQLiteColumn, of: Counted) {
  const unit = sql<string>`coalesce(${transferredCount.unitId}, ${of.unitId})`;
  return db
    .select({ unitId: unit, value: column, count: of.amount ?? sql<number>`count(*)` })
    .from(of.table)
    .leftJoin(transferredCount, and(eq(transferredCount.recordId, of.id), eq(transferredCount.measure, of.measure)))
    .where(isIn(span, unit, of.on, of.where))
    .groupBy(unit, column);
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== unknownCategory ? value : null;

const laid = { table: charge, id: charge.id, unitId: charge.unitId, amount: sql<number>`sum(${charge.counts})` };
const isLaid = eq(charge.stage, 'laid');

/** Counts of charges laid (C1) by the section of the Code. */
export const charged: CategoryReader = async (db, span) => {
  const offences = await catalogueInForce(db);
  const rows = await countBy(db, span, charge.section, {
    ...laid,
    on: charge.laidOn,
    measure: 'charges_laid',
    where: isLaid,
  });
  return rows.map(({ unitId, value, count }) => {
    const category = sectionCategory(textOf(value), offences);
    return { unitId, code: 'C1', by: 'offence_section', category, count };
  });
};

/** Counts of charges that ended (J1) by how. */
export const ended: CategoryReader = async (db, span) => {
  const rows = await countBy(db, span, charge.disposition, {
    ...laid,
    on: charge.disposedOn,
    measure: 'dispositions',
    where: isLaid,
  });
  return rows.map(({ unitId, value, count }) => ({
    unitId,
    code: 'J1',
    by: 'disposition',
    category: textOf(value),
    count,
  }));
};

/** Arrests (C3) of young persons and of adults. */
export const arrested: CategoryReader = async (db, span) => {
  const { id, unitId: own, arrestedOn: on } = arrest;
  const rows = await countBy(db, span, arrest.youth, { table: arrest, id, unitId: own, on, measure: 'arrests' });
  return rows.map(({ unitId, value, count }) => {
    const category = value === true ? 'youth' : 'adult';
    return { unitId, code: 'C3', by: 'youth_adult', category, count };
  });
};

const judicial = catalogue.kinds.filter((each) => each.isJudicial).map((each) => each.code);

/** Judicial authorizations (A1) by their type. */
export const authorized: CategoryReader = async (db, span) => {
  const rows = await countBy(db, span, authority.kind, {
    table: authority,
    id: authority.id,
    unitId: authority.unitId,
    on: authority.startedOn,
    measure: 'authorizations',
    where: and(
      inArray(authority.kind, judicial),
      or(isNull(authority.endReason), ne(authority.endReason, 'entered_in_error')),
    ),
  });
  return rows.map(({ unitId, value, count }) => ({ unitId, code: 'A1', by: 'kind', category: textOf(value), count }));
};

/** Victims by age, then by gender: each of them once in either, and never crossed. */
export function victims(code: 'V1' | 'V2'): CategoryReader {
  const measure = code === 'V1' ? 'victims_identified' : 'victims_safeguarded';
  const on = code === 'V1' ? person.identifiedOn : person.safeguardedOn;
  const counted = { table: person, id: person.id, unitId: person.unitId, on, measure } as const;
  const where = eq(person.role, 'victim');
  return async (db, span) => {
    const ages = await countBy(db, span, person.ageBand, { ...counted, where });
    const genders = await countBy(db, span, person.gender, { ...counted, where });
    const told = (rows: typeof ages, by: CategoryCount['by']) =>
      rows.map(({ unitId, value, count }): CategoryCount => ({ unitId, code, by, category: textOf(value), count }));
    return [...told(ages, 'age_band'), ...told(genders, 'gender')];
  };
}
