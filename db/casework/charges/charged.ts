import type { UnitId } from '#contract/ground/ids';
import { and, asc, eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { pick } from '../../ground/kernel/pick.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { charge } from '../../ground/schema/unit/investigations.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { firstCharged, type ChargedPerson } from './rules.ts';

export interface Charged {
  readonly charged: readonly ChargedPerson[];
  /** Charges laid in the days that name nobody. */
  readonly withoutPerson: number;
}

/** Every person of the unit first charged in the days, both included: one entry for each file, which is the incident. */
export async function chargedIn(
  db: Pick<ReadDb, 'select'>,
  unitId: UnitId,
  [from, to]: readonly [CivilDate, CivilDate],
): Promise<Charged> {
  const charges = await db
    .select()
    .from(charge)
    .where(and(eq(charge.unitId, unitId), eq(charge.stage, 'laid')))
    .orderBy(asc(charge.laidOn), asc(charge.id));
  const byFile = new Map<string, typeof charges>();
  for (const each of charges) byFile.set(each.investigationId, [...(byFile.get(each.investigationId) ?? []), each]);
  const first = [...byFile.values()].flatMap((all) => [...firstCharged(all)]);
  const chargedOn = new Map(first.filter(([, on]) => on >= from && on <= to));
  const persons = await db
    .select()
    .from(person)
    .where(isAmong(person.id, [...chargedOn.keys()]))
    .orderBy(asc(person.id));
  const offenceOn = new Map(charges.toReversed().map((each) => [each.personId, each.offenceOn]));
  const withoutPerson = charges.filter((each) => each.personId === null && each.laidOn >= from && each.laidOn <= to);
  return {
    charged: persons.map((row): ChargedPerson => ({
      ...pick(row, 'name', 'birthDate', 'ageBand', 'fileId'),
      offenceOn: offenceOn.get(row.id) ?? null,
      chargedOn: chargedOn.get(row.id) ?? from,
    })),
    withoutPerson: withoutPerson.length,
  };
}
