import type { AgeBand } from '#contract/ground/codes';
import { differenceInYears } from 'date-fns/differenceInYears';
import { parseISO } from 'date-fns/parseISO';
import type { CivilDate } from '#contract/ground/dates';

export interface Accused {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly ageBand: AgeBand;
}

export type AgeGroup = 'youth' | 'adult' | 'unknown';

const youthBands: readonly AgeBand[] = ['12_13', '14_15', '16_17'];

/**
 * A youth is 12 to 17 on the day of the offence: by the birth date where it is recorded, otherwise by the band. Nobody under 12 can be
 * charged: dates that say so are wrong, and the age is unknown.
 */
export function ageGroupOf({ birthDate, ageBand }: Accused, offenceOn: CivilDate | null): AgeGroup {
  if (birthDate !== null && offenceOn !== null)
    return groupOfAge(differenceInYears(parseISO(offenceOn), parseISO(birthDate)));
  if (youthBands.includes(ageBand)) return 'youth';
  return ageBand === '18_plus' ? 'adult' : 'unknown';
}

function groupOfAge(years: number): AgeGroup {
  if (years < 12) return 'unknown';
  return years < 18 ? 'youth' : 'adult';
}
