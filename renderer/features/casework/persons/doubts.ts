import type { PersonFacts, PersonRow } from '#contract/casework/persons';
import type { CivilDate } from '#contract/ground/dates';
import { folded } from '#contract/ground/folded';
import { differenceInYears, parseISO } from 'date-fns';

const comparedName = (name: string): string => folded(name).replace(/\s+/g, ' ').trim();

/** Another person of the file who has this name, whatever its case and accents. */
export function namesake(
  { id, name }: { readonly id: string | undefined; readonly name: string },
  persons: readonly PersonRow[],
): PersonRow | undefined {
  const wanted = comparedName(name);
  if (wanted === '') return undefined;
  return persons.find((each) => each.id !== id && each.name !== null && comparedName(each.name) === wanted);
}

/** Older than anyone is known to have become. */
const oldest = 120;

/** What is unlikely about the age of a suspect: a youth of the Youth Criminal Justice Act is 12 to 17. */
export function ageDoubt(
  { role, ageBand, birthDate }: Pick<PersonFacts, 'role' | 'ageBand'> & { readonly birthDate: CivilDate | null },
  today: CivilDate,
): 'under12' | 'tooOld' | null {
  if (role !== 'subject') return null;
  if (birthDate === null) return ageBand === '0_11' ? 'under12' : null;
  const years = differenceInYears(parseISO(today), parseISO(birthDate));
  if (years < 12) return 'under12';
  return years > oldest ? 'tooOld' : null;
}
