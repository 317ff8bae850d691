import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  previousQuarter,
  quarterMonths,
  quarterOf,
  type CivilDate,
  type Month,
  type Quarter,
} from '#contract/ground/dates';
import { addDays } from '../../ground/kernel/days.ts';
import { lastDay as shippedDay } from './names.ts';

/** The days by which everything in the demonstration has its date. */
export interface DemonstrationDays {
  /** The day on which the demonstration is looked at. */
  readonly lastDay: CivilDate;
  readonly lastWhole: Month;
  /** April, seven fiscal years before that of the last day. */
  readonly firstMonth: Month;
  /** The latest whole fiscal quarter. */
  readonly reportedQuarter: Quarter;
  /** Of the quarter before it: from here on no month has a gap, so that a return can be made. */
  readonly wholeFrom: Month;
  /** The end of the fiscal year of the last day, and of every agreement. */
  readonly agreementsEndOn: CivilDate;
  /** A day of a calendar year, in years from the one in which the reported fiscal year begins. */
  readonly inYear: (years: number, monthAndDay: string) => CivilDate;
  /** So many days after the reported quarter. */
  readonly afterQuarter: (days: number) => CivilDate;
  /** The same of something that was done: it was done by the last day. */
  readonly doneAfterQuarter: (days: number) => CivilDate;
}

const earlier = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? one : other);

export function demonstrationDays(lastDay: CivilDate = shippedDay): DemonstrationDays {
  const { fiscalYear: present } = quarterOf(monthOf(lastDay));
  const reportedQuarter = previousQuarter(quarterOf(monthOf(lastDay)));
  const [, , quarterEnd] = quarterMonths(reportedQuarter);
  const aprilOf = (year: number): Month => `${String(year)}-04` as Month;
  const afterQuarter = (days: number): CivilDate => addDays(lastDayOf(quarterEnd), days);
  return {
    lastDay,
    lastWhole: addMonths(monthOf(lastDay), -1),
    firstMonth: aprilOf(present - 7),
    reportedQuarter,
    wholeFrom: quarterMonths(previousQuarter(reportedQuarter))[0],
    agreementsEndOn: addDays(firstDayOf(aprilOf(present + 1)), -1),
    inYear: (years, monthAndDay) => `${String(reportedQuarter.fiscalYear + years)}-${monthAndDay}` as CivilDate,
    afterQuarter,
    doneAfterQuarter: (days) => earlier(afterQuarter(days), lastDay),
  };
}

/** When the demonstration is looked at: ten in the morning in Toronto, eleven in summer. */
export const instantOfLook = (day: CivilDate): number => Date.parse(`${day}T15:00:00Z`);
