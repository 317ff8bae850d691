import { sumKnown } from '#contract/ground/amounts';
import type { ValueStatus } from '#contract/ground/codes';
import { firstDayOf, lastDayOf, quarterMonths, type CivilDate, type Quarter } from '#contract/ground/dates';
import type { HeldFunding } from './held.ts';
import { quartersOf, type BudgetLine } from './lines.ts';

/** One figure that the registers give; `value` is null exactly where the status is `not_available`. Money in dollars. */
export interface FundingFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: ValueStatus;
}

const none: FundingFigure = { value: null, numerator: null, denominator: null, status: 'not_available' };

interface Days {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

function daysOf(quarter: Quarter): Days {
  const months = quarterMonths(quarter);
  return { first: firstDayOf(months[0]), last: lastDayOf(months[2]) };
}

const within = (day: string | null, { first, last }: Days): boolean => day !== null && day >= first && day <= last;
const isBy = (day: string | null, last: string): boolean => day !== null && day <= last;

type Position = HeldFunding['positions'][number];

/** In post at the end of a day: who leaves on that day is no longer. */
const isFilled = ({ filledOn, leftOn }: Position, day: string): boolean =>
  isBy(filledOn, day) && (leftOn === null || leftOn > day);
const isOpen = ({ startsOn, endsOn }: Position, day: string): boolean =>
  (startsOn === null || startsOn <= day) && (endsOn === null || endsOn > day);

const fteOf = (positions: readonly Position[]): number => (sumKnown(positions.map(({ fte }) => fte)) ?? 0) / 100;

/** S1 of one unit, for where its packs do not give it: in post on the quarter's last day, the funded part as numerator. */
export function staffOf(held: HeldFunding, unitId: string, quarter: Quarter): FundingFigure {
  const own = held.positions.filter((each) => each.unitId === unitId);
  if (own.length === 0) return none;
  const filled = own.filter((each) => isFilled(each, daysOf(quarter).last));
  const funded = fteOf(filled.filter(({ funding }) => funding === 'funded'));
  const value = fteOf(filled);
  return { value, numerator: funded, denominator: value, status: 'complete' };
}

function vacancies({ positions }: HeldFunding, { last }: Days): FundingFigure {
  if (positions.length === 0) return none;
  const open = positions.filter((each) => isOpen(each, last));
  const value = fteOf(open.filter((each) => !isFilled(each, last)));
  return { value, numerator: value, denominator: fteOf(open), status: 'complete' };
}

function departures({ positions }: HeldFunding, days: Days): FundingFigure {
  if (positions.length === 0) return none;
  const value = positions.filter(({ leftOn }) => within(leftOn, days)).length;
  return { value, numerator: null, denominator: null, status: 'complete' };
}

/** Done of planned. A course whose day is not known may be of any quarter: with one the figure is partial. */
function trainingDays({ training }: HeldFunding, days: Days): FundingFigure {
  if (training.length === 0) return none;
  const own = training.filter(({ heldOn }) => within(heldOn, days));
  const done = own.map(({ doneDays }) => doneDays);
  if (own.length > 0 && sumKnown(done) === null) return none;
  const isPartial = done.includes(null) || training.some(({ heldOn }) => heldOn === null);
  const planned = own.map(({ plannedDays }) => plannedDays);
  const value = (sumKnown(done) ?? 0) / 100;
  return {
    value,
    numerator: value,
    denominator: planned.includes(null) ? null : (sumKnown(planned) ?? 0) / 100,
    status: isPartial ? 'partial' : 'complete',
  };
}

/** Put in service during the quarter, the part that was bought as numerator. */
function equipmentCount({ equipment }: HeldFunding, days: Days): FundingFigure {
  if (equipment.length === 0) return none;
  const own = equipment.filter(({ inServiceOn }) => within(inServiceOn, days));
  const count = (items: typeof own): number => sumKnown(items.map(({ quantity }) => quantity)) ?? 0;
  const value = count(own);
  return {
    value,
    numerator: count(own.filter(({ acquisition }) => acquisition === 'bought')),
    denominator: value,
    status: 'complete',
  };
}

type Activity = HeldFunding['activities'][number];

/** The status on a day: the one recorded where it held by then, otherwise what the dates tell. */
export function statusOn(activity: Activity, day: string): string {
  const { status, statusOn: since, startedOn, completedOn } = activity;
  if (since === null || since <= day) return status;
  if (isBy(completedOn, day)) return 'completed';
  return isBy(startedOn, day) ? 'under_way' : 'planned';
}

/** Completed or under way, of all that the register holds: those cancelled stay in the denominator. */
function activityCount({ activities }: HeldFunding, { last }: Days): FundingFigure {
  if (activities.length === 0) return none;
  const value = activities.filter((each) => ['completed', 'under_way'].includes(statusOn(each, last))).length;
  return { value, numerator: value, denominator: activities.length, status: 'complete' };
}

/** Spent in the quarter, with the forecast as denominator. */
function spending(lines: readonly BudgetLine[], { quarter }: Quarter): FundingFigure {
  const own = lines.flatMap((line) => quartersOf(line)[quarter - 1] ?? []);
  const actuals = own.map(({ actual }) => actual);
  const spent = sumKnown(actuals);
  if (spent === null) return none;
  const forecasts = own.map(({ forecast }) => forecast);
  const forecast = forecasts.includes(null) ? null : sumKnown(forecasts);
  const value = spent / 100;
  return {
    value,
    numerator: value,
    denominator: forecast === null ? null : forecast / 100,
    status: actuals.includes(null) ? 'partial' : 'complete',
  };
}

/** The indicators of an agreement that its registers give, by code. */
export const fundingIndicators: Readonly<Record<string, (held: HeldFunding, quarter: Quarter) => FundingFigure>> = {
  S2: (held, quarter) => vacancies(held, daysOf(quarter)),
  S3: (held, quarter) => departures(held, daysOf(quarter)),
  T1: (held, quarter) => trainingDays(held, daysOf(quarter)),
  E1: (held, quarter) => equipmentCount(held, daysOf(quarter)),
  F1: ({ lines }, quarter) =>
    spending(
      lines.filter(({ fiscalYear }) => fiscalYear === quarter.fiscalYear),
      quarter,
    ),
  P1: (held, quarter) => activityCount(held, daysOf(quarter)),
};
