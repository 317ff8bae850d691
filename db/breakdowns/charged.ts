import { asc, eq, inArray, and } from 'drizzle-orm';
import type { CivilDate } from '#contract/dates';
import type { AgeBand } from '#contract/persons';
import { ageGroupOf, firstCharged } from '../charges/rules.ts';
import { groupsBy } from '../kernel/groups.ts';
import { charge, investigation } from '../schema/unit/investigations.ts';
import { person } from '../schema/unit/persons.ts';
import type { ReadDb } from '../store/types.ts';
import type { CategoryCount, Span } from './counts.ts';

/** Each accused of a file once, on the day of their first charge, as a young person or an adult on the day of that offence. */
export async function readChargedByAge(db: ReadDb, { unitIds, from, to }: Span): Promise<readonly CategoryCount[]> {
  const rows = await db
    .select({ charge, accused: person, origin: investigation.origin, openedOn: investigation.openedOn })
    .from(charge)
    .innerJoin(investigation, eq(investigation.id, charge.investigationId))
    .innerJoin(person, eq(person.id, charge.personId))
    .where(and(inArray(charge.unitId, [...unitIds]), eq(charge.stage, 'laid')))
    .orderBy(asc(charge.laidOn), asc(charge.id));
  const files = groupsBy(rows, (row) => row.charge.investigationId);
  return [...files.values()].flatMap((own) =>
    [...firstCharged(own.map((row) => row.charge))].flatMap(([personId, on]): CategoryCount[] => {
      const first = own.find((row) => row.charge.personId === personId);
      if (!first || on < from || on > to) return [];
      if (first.origin === 'transferred' && on < first.openedOn) return [];
      const { name, birthDate, ageBand } = first.accused;
      const accused = { name, birthDate, ageBand: ageBand as AgeBand };
      const group = ageGroupOf(accused, first.charge.offenceOn as CivilDate | null);
      const category = group === 'unknown' ? null : group;
      return [{ unitId: first.charge.unitId, code: 'C2', by: 'youth_adult', category, count: 1 }];
    }),
  );
}
