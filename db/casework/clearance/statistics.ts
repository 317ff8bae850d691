import type { ClearanceOutcome, PoliceStatistic, YearOfStatistics } from '#contract/casework/clearance';
import type { CivilDate } from '#contract/ground/dates';
import { countByAge, type ChargedPerson } from '../charges/rules.ts';
import { ageGroupOf, type Accused } from '../persons/age.ts';

/** A file as the statistics see it: one incident. */
export interface Incident {
  readonly openedOn: CivilDate;
  /** Null while nobody recorded one: the incident then counts as founded and not cleared, as in the UCR Survey. */
  readonly clearance: {
    readonly founded: boolean;
    readonly outcome: ClearanceOutcome | null;
    readonly on: CivilDate;
  } | null;
  /** The first day on which an offence of the file was committed; null where none is recorded. */
  readonly offenceOn: CivilDate | null;
  /** Its subjects against whom no charge was laid. */
  readonly notCharged: readonly Accused[];
}

export interface YearCounted {
  readonly year: number;
  readonly incidents: readonly Incident[];
  /** Everyone first charged in the year, once for each file. */
  readonly charged: readonly ChargedPerson[];
}

const isIn = (year: number, on: CivilDate): boolean => on.startsWith(`${String(year)}-`);

function youthNotCharged(cleared: readonly Incident[]): number {
  return cleared.flatMap(({ notCharged, offenceOn }) =>
    notCharged.filter((each) => ageGroupOf(each, offenceOn) === 'youth'),
  ).length;
}

/**
 * One year. Incidents, founded or not, count in the year in which their file was opened, clearances in the year in which they were
 * recorded, persons in that of their first charge in the file.
 */
export function statisticsOf({ year, incidents, charged }: YearCounted): YearOfStatistics {
  const opened = incidents.filter(({ openedOn }) => isIn(year, openedOn));
  const unfounded = opened.filter(({ clearance }) => clearance?.founded === false).length;
  const clearedIn = (outcome: ClearanceOutcome): readonly Incident[] =>
    incidents.filter(({ clearance }) => clearance?.outcome === outcome && isIn(year, clearance.on));
  const [byCharge, otherwise] = [clearedIn('charge'), clearedIn('otherwise')];
  const persons = countByAge(charged);
  const values: Record<PoliceStatistic, number | null> = {
    actual_incidents: opened.length - unfounded,
    unfounded,
    percent_unfounded: opened.length === 0 ? null : unfounded / opened.length,
    total_cleared: byCharge.length + otherwise.length,
    cleared_by_charge: byCharge.length,
    cleared_otherwise: otherwise.length,
    total_persons_charged: persons.total,
    adults_charged: persons.adult,
    youth_charged: persons.youth,
    youth_not_charged: youthNotCharged(otherwise),
  };
  return {
    ...{ year, values, ageUnknown: persons.unknown },
    notRecorded: opened.filter(({ clearance }) => clearance === null).length,
    clearedOfEarlierYears: [...byCharge, ...otherwise].filter(({ openedOn }) => !isIn(year, openedOn)).length,
  };
}
