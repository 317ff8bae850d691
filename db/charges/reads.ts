import { and, asc, eq, inArray } from 'drizzle-orm';
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  quarterMonths,
  type CivilDate,
  type FiscalQuarter,
  type FiscalYear,
} from '#contract/dates';
import type { AgeBand } from '#contract/persons';
import { charge } from '../schema/unit/investigations.ts';
import { person } from '../schema/unit/persons.ts';
import type { ReadDb, ReadHandler } from '../store/types.ts';
import { countByAge, firstCharged, uniquePersons, type ChargedPerson } from './rules.ts';
import { delaysOf } from './delays.ts';

type Handlers = { readonly [M in 'charges.persons' | 'delays.list']: ReadHandler<M> };

function daysOf(fiscalYear: FiscalYear): readonly [CivilDate, CivilDate] {
  const [first] = quarterMonths({ fiscalYear, quarter: 1 as FiscalQuarter });
  return [firstDayOf(first), lastDayOf(addMonths(first, 11))];
}

/** Every person of the unit first charged in the days: one row for each file, which is the incident. */
async function chargedIn(db: ReadDb, unitId: string, [from, to]: readonly [CivilDate, CivilDate]) {
  const charges = await db
    .select()
    .from(charge)
    .where(and(eq(charge.unitId, unitId), eq(charge.stage, 'laid')))
    .orderBy(asc(charge.laidOn), asc(charge.id));
  const byFile = new Map<string, typeof charges>();
  for (const each of charges) byFile.set(each.investigationId, [...(byFile.get(each.investigationId) ?? []), each]);
  const first = [...byFile.values()].flatMap((all) => [...firstCharged(all)]);
  const ids = first.filter(([, on]) => on >= from && on <= to).map(([id]) => id);
  const persons = ids.length === 0 ? [] : await db.select().from(person).where(inArray(person.id, ids));
  const offenceOn = new Map(charges.toReversed().map((each) => [each.personId, each.offenceOn]));
  const withoutPerson = charges.filter((each) => each.personId === null && each.laidOn >= from && each.laidOn <= to);
  return {
    charged: persons.map((row): ChargedPerson => ({
      name: row.name,
      birthDate: row.birthDate,
      ageBand: row.ageBand as AgeBand,
      offenceOn: (offenceOn.get(row.id) ?? null) as CivilDate | null,
    })),
    withoutPerson: withoutPerson.length,
  };
}

export const chargeReads: Handlers = {
  'charges.persons': async (_db, { unitId, fiscalYear }, { counted }) => {
    const { charged, withoutPerson } = await chargedIn(counted, unitId, daysOf(fiscalYear));
    return { perIncident: countByAge(charged), unique: countByAge(uniquePersons(charged)), withoutPerson };
  },

  'delays.list': (db, { investigationId }, { clock }) => delaysOf(db, investigationId, clock.today()),
};
