import {
  addMonths,
  firstDayOf,
  lastDayOf,
  quarterMonths,
  type CivilDate,
  type FiscalQuarter,
  type FiscalYear,
} from '#contract/ground/dates';
import type { ReadHandler } from '../../store/types.ts';
import { pageOfFiles } from '../files/countedFiles.ts';
import { ageGroupOf } from '../persons/age.ts';
import { chargedIn } from './charged.ts';
import { delaysOf } from './delays.ts';
import { chargedFiles, countByAge, uniquePersons } from './rules.ts';

type Handlers = { readonly [M in 'charges.persons' | 'charges.personRows' | 'delays.list']: ReadHandler<M> };

function daysOf(fiscalYear: FiscalYear): readonly [CivilDate, CivilDate] {
  const [first] = quarterMonths({ fiscalYear, quarter: 1 as FiscalQuarter });
  return [firstDayOf(first), lastDayOf(addMonths(first, 11))];
}

export const chargeReads: Handlers = {
  'charges.persons': async (_db, { unitId, fiscalYear }, { counted }) => {
    const { charged, withoutPerson } = await chargedIn(counted, unitId, daysOf(fiscalYear));
    return { perIncident: countByAge(charged), unique: countByAge(uniquePersons(charged)), withoutPerson };
  },

  'charges.personRows': async (db, { unitId, fiscalYear, group, ...page }, { counted }) => {
    const { charged } = await chargedIn(counted, unitId, daysOf(fiscalYear));
    const persons = group === 'total' ? charged : charged.filter((each) => ageGroupOf(each, each.offenceOn) === group);
    return pageOfFiles(db, [unitId], chargedFiles(persons), page);
  },

  'delays.list': (db, { investigationId }, { clock }) => delaysOf(db, investigationId, clock.today()),
};
