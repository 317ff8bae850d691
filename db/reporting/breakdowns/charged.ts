import { and, eq, inArray, sql } from 'drizzle-orm';
import { firstCharges } from '../../casework/charges/rules.ts';
import { ageGroupOf } from '../../casework/persons/age.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { charge } from '../../ground/schema/unit/investigations.ts';
import { transferredCount } from '../../ground/schema/unit/ledger.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import type { CategoryCount, CategoryReader } from './counts.ts';

/**
 * Persons charged (C2): each accused of a file once, in the quarter of their first charge, as a young person or an adult on the day of
 * that offence, then by gender. The unit that counted a charge counts the person whose first charge it is.
 */
export const chargedByAge: CategoryReader = async (db, { unitIds, from, to }) => {
  const unit = sql<string>`coalesce(${transferredCount.unitId}, ${charge.unitId})`;
  const rows = await db
    .select({ unitId: unit, charge, accused: person })
    .from(charge)
    .innerJoin(person, eq(person.id, charge.personId))
    .leftJoin(
      transferredCount,
      and(eq(transferredCount.recordId, charge.id), eq(transferredCount.measure, 'charges_laid')),
    )
    .where(and(inArray(unit, [...unitIds]), eq(charge.stage, 'laid')));
  const byId = new Map(rows.map((row) => [row.charge.id, row]));
  const files = groupsBy(rows, (row) => row.charge.investigationId);
  const first = [...files.values()].flatMap((own) => [...firstCharges(own.map((row) => row.charge)).values()]);
  return first.flatMap(({ id, laidOn, offenceOn }): CategoryCount[] => {
    const row = byId.get(id);
    if (!row || laidOn < from || laidOn > to) return [];
    const { name, birthDate, ageBand, gender } = row.accused;
    const group = ageGroupOf({ name, birthDate, ageBand }, offenceOn);
    const own = { unitId: row.unitId, code: 'C2', count: 1 } as const;
    return [
      { ...own, by: 'youth_adult', category: group === 'unknown' ? null : group },
      { ...own, by: 'gender', category: gender === 'unknown' ? null : gender },
    ];
  });
};
