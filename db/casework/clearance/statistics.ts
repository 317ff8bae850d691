import type { ClearanceOutcome, CountedStatistic, YearOfStatistics } from '#contract/casework/clearance';
import type { CivilDate } from '#contract/ground/dates';
import { chargedFiles, type ChargedPerson } from '../charges/rules.ts';
import { sumOf, type CountedFile } from '../files/countedFiles.ts';
import { ageGroupOf, type Accused, type AgeGroup } from '../persons/age.ts';

/** A file as the statistics see it: one incident. */
export interface Incident {
  readonly id: string;
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

const openedFile = ({ id, openedOn: on }: Incident): CountedFile => ({ id, on, count: 1 });

const clearedFile = ({ id, openedOn, clearance }: Incident, count = 1): CountedFile => ({
  id,
  on: clearance?.on ?? openedOn,
  count,
});

const withYouth = (incident: Incident): CountedFile =>
  clearedFile(incident, incident.notCharged.filter((each) => ageGroupOf(each, incident.offenceOn) === 'youth').length);

/**
 * What each statistic of one year counts. Incidents, founded or not, count in the year in which their file was opened, clearances in the year
 * in which they were recorded, persons in that of their first charge in the file.
 */
export function countedFiles({
  year,
  incidents,
  charged,
}: YearCounted): Readonly<Record<CountedStatistic, readonly CountedFile[]>> {
  const opened = incidents.filter(({ openedOn }) => isIn(year, openedOn));
  const clearedIn = (outcome: ClearanceOutcome): readonly Incident[] =>
    incidents.filter(({ clearance }) => clearance?.outcome === outcome && isIn(year, clearance.on));
  const [byCharge, otherwise] = [clearedIn('charge'), clearedIn('otherwise')];
  const aged = (group: AgeGroup) => charged.filter((each) => ageGroupOf(each, each.offenceOn) === group);
  return {
    actual_incidents: opened.filter(({ clearance }) => clearance?.founded !== false).map(openedFile),
    unfounded: opened.filter(({ clearance }) => clearance?.founded === false).map(openedFile),
    total_cleared: [...byCharge, ...otherwise].map((each) => clearedFile(each)),
    cleared_by_charge: byCharge.map((each) => clearedFile(each)),
    cleared_otherwise: otherwise.map((each) => clearedFile(each)),
    total_persons_charged: chargedFiles(charged),
    adults_charged: chargedFiles(aged('adult')),
    youth_charged: chargedFiles(aged('youth')),
    youth_not_charged: otherwise.map(withYouth).filter(({ count }) => count > 0),
  };
}

export function statisticsOf(counted: YearCounted): YearOfStatistics {
  const { year, incidents, charged } = counted;
  const files = countedFiles(counted);
  const opened = incidents.filter(({ openedOn }) => isIn(year, openedOn));
  const earlier = new Set(incidents.filter(({ openedOn }) => !isIn(year, openedOn)).map(({ id }) => id));
  return {
    year,
    values: {
      actual_incidents: sumOf(files.actual_incidents),
      unfounded: sumOf(files.unfounded),
      percent_unfounded: opened.length === 0 ? null : sumOf(files.unfounded) / opened.length,
      total_cleared: sumOf(files.total_cleared),
      cleared_by_charge: sumOf(files.cleared_by_charge),
      cleared_otherwise: sumOf(files.cleared_otherwise),
      total_persons_charged: sumOf(files.total_persons_charged),
      adults_charged: sumOf(files.adults_charged),
      youth_charged: sumOf(files.youth_charged),
      youth_not_charged: sumOf(files.youth_not_charged),
    },
    ageUnknown: charged.filter((each) => ageGroupOf(each, each.offenceOn) === 'unknown').length,
    notRecorded: opened.filter(({ clearance }) => clearance === null).length,
    clearedOfEarlierYears: files.total_cleared.filter(({ id }) => earlier.has(id)).length,
  };
}
