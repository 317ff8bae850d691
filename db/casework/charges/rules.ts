import { monthOf, type CivilDate } from '#contract/ground/dates';
import type { OffenceCatalogue } from '#contract/casework/offences';
import type { RecordCount } from '../../ledger/ledger/countedBy.ts';
import { eachFileOnce, type CountedFile } from '../files/countedFiles.ts';
import { offenceOfSection, seriousnessOn } from '../offences/rules.ts';
import { ageGroupOf, type Accused, type AgeGroup } from '../persons/age.ts';

export interface CountedCharge {
  readonly id: string;
  readonly personId: string | null;
  readonly stage: string;
  readonly laidOn: string;
  readonly counts: number;
  readonly disposition: string | null;
  readonly disposedOn: string | null;
}

type Laid = Pick<CountedCharge, 'id' | 'personId' | 'stage' | 'laidOn'>;

const isBefore = (one: Laid, other: Laid): boolean =>
  one.laidOn < other.laidOn || (one.laidOn === other.laidOn && one.id < other.id);

/** The charge by which each person of a file was first charged: those recommended or approved do not count, nor do those of nobody. */
export function firstCharges<C extends Laid>(charges: readonly C[]): ReadonlyMap<string, C> {
  const first = new Map<string, C>();
  for (const each of charges) {
    if (each.personId === null || each.stage !== 'laid') continue;
    const held = first.get(each.personId);
    if (held === undefined || isBefore(each, held)) first.set(each.personId, each);
  }
  return first;
}

/** The day on which each person of a file was first charged. */
export function firstCharged(charges: readonly Laid[]): ReadonlyMap<string, CivilDate> {
  return new Map(Array.from(firstCharges(charges), ([personId, { laidOn }]) => [personId, laidOn as CivilDate]));
}

/**
 * What the charges of one file add to the months. Arrests, charges and persons are three counters and never equated: counts of charges laid,
 * counts that ended, and each accused once for the file.
 */
export function countedCharges(charges: readonly CountedCharge[]): RecordCount[] {
  const laid = charges.filter((each) => each.stage === 'laid');
  return [
    ...laid.map(({ id, laidOn, counts }) => ({
      recordId: id,
      measure: 'charges_laid' as const,
      month: monthOf(laidOn as CivilDate),
      amount: counts,
    })),
    ...laid.flatMap(({ id, disposedOn, counts }) =>
      disposedOn === null
        ? []
        : [
            {
              recordId: id,
              measure: 'dispositions' as const,
              month: monthOf(disposedOn as CivilDate),
              amount: counts,
            },
          ],
    ),
    ...Array.from(firstCharges(charges).values(), ({ id, laidOn }) => ({
      recordId: id,
      measure: 'persons_charged' as const,
      month: monthOf(laidOn as CivilDate),
      amount: 1,
    })),
  ];
}

/** The section of the most serious violation among charges: by the maximum penalty of its day, the first laid where they are alike or unknown. */
export function mostSerious(
  charges: readonly { readonly section: string; readonly laidOn: string; readonly offenceOn: string | null }[],
  catalogue: OffenceCatalogue,
): string | null {
  const ranked = charges.map(({ section, laidOn, offenceOn }) => {
    const offence = offenceOfSection(catalogue, section);
    return { section, laidOn, weight: (offence && seriousnessOn(offence, (offenceOn ?? laidOn) as CivilDate)) ?? 0 };
  });
  const [first] = ranked.toSorted((a, b) => b.weight - a.weight || (a.laidOn < b.laidOn ? -1 : 1));
  return first?.section ?? null;
}

/** What an arrest counts: itself, in its month. */
export function arrestCounts({ id, arrestedOn }: { readonly id: string; readonly arrestedOn: string }): RecordCount[] {
  return [{ recordId: id, measure: 'arrests', month: monthOf(arrestedOn as CivilDate), amount: 1 }];
}

export interface ChargedPerson extends Accused {
  readonly offenceOn: CivilDate | null;
  readonly fileId: string;
  /** The day of the first charge in the file. */
  readonly chargedOn: CivilDate;
}

/** Of those charged, each file once, under the day of its latest person. */
export const chargedFiles = (charged: readonly ChargedPerson[]): CountedFile[] =>
  eachFileOnce(charged.map(({ fileId: id, chargedOn: on }) => ({ id, on, count: 1 })));

export interface PersonCount {
  readonly total: number;
  readonly youth: number;
  readonly adult: number;
  readonly unknown: number;
}

export function countByAge(persons: readonly ChargedPerson[]): PersonCount {
  const groups = persons.map((each) => ageGroupOf(each, each.offenceOn));
  const of = (group: AgeGroup): number => groups.filter((each) => each === group).length;
  return { total: persons.length, youth: of('youth'), adult: of('adult'), unknown: of('unknown') };
}

function foldedName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/**
 * Each person once, whatever the files: two entries are one person where their names fold alike and their birth dates do not contradict. A
 * person without a name is never merged with another.
 */
export function uniquePersons<T extends Accused>(persons: readonly T[]): T[] {
  const kept: T[] = [];
  for (const each of persons) if (!kept.some((other) => isSame(each, other))) kept.push(each);
  return kept;
}

function isSame(one: Accused, other: Accused): boolean {
  if (one.name === null || other.name === null) return false;
  const contradict = one.birthDate !== null && other.birthDate !== null && one.birthDate !== other.birthDate;
  return !contradict && foldedName(one.name) === foldedName(other.name);
}

/** Stages in their order: a charge only moves forward. */
export const stageOrder = ['recommended', 'approved', 'laid'] as const;
