import { sumKnown } from '#contract/ground/amounts';
import type { ValueStatus } from '#contract/ground/codes';
import type { Period } from '#contract/ground/period';
import { isFilled, isInPost, isOpen, type PositionDates } from '../../ground/kernel/positions.ts';
import type { HeldFunding } from './held.ts';
import { quartersOf } from './lines.ts';

/** One figure that the registers give; `value` is null exactly where the status is `not_available`. Money in dollars. */
export interface FundingFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: ValueStatus;
}

const none: FundingFigure = { value: null, numerator: null, denominator: null, status: 'not_available' };

const within = (day: string | null, { firstDay, lastDay }: Period): boolean =>
  day !== null && day >= firstDay && day <= lastDay;
const isBy = (day: string | null, last: string): boolean => day !== null && day <= last;

type Position = Pick<HeldFunding['positions'][number], 'funding' | 'fte'> & PositionDates;

const fteOf = (positions: readonly Position[]): number => (sumKnown(positions.map(({ fte }) => fte)) ?? 0) / 100;

/** S1 of one unit, for where its packs do not give it: in post on the quarter's last day, the funded part as numerator. */
export function staffOf(held: HeldFunding, unitId: string, { lastDay }: Period): FundingFigure {
  const own = held.positions.filter((each) => each.unitId === unitId);
  if (own.length === 0) return none;
  const filled = own.filter((each) => isInPost(each, lastDay));
  const funded = fteOf(filled.filter(({ funding }) => funding === 'funded'));
  const value = fteOf(filled);
  return { value, numerator: funded, denominator: value, status: 'complete' };
}

/** FTE of the Strategy-funded positions open at the end of a day, and of those in which somebody is. */
export function fundedPositions(positions: readonly Position[], day: string) {
  const open = positions.filter((each) => each.funding === 'funded' && isOpen(each, day));
  return { funded: fteOf(open), filled: fteOf(open.filter((each) => isFilled(each, day))) };
}

function vacancies({ positions }: HeldFunding, { lastDay }: Period): FundingFigure {
  if (positions.length === 0) return none;
  const open = positions.filter((each) => isOpen(each, lastDay));
  const value = fteOf(open.filter((each) => !isFilled(each, lastDay)));
  return { value, numerator: value, denominator: fteOf(open), status: 'complete' };
}

function departures({ positions }: HeldFunding, period: Period): FundingFigure {
  if (positions.length === 0) return none;
  const value = positions.filter(({ leftOn }) => within(leftOn, period)).length;
  return { value, numerator: null, denominator: null, status: 'complete' };
}

/** Done of planned. A course whose day is not known may be of any quarter: with one the figure is partial. */
function trainingDays({ training }: HeldFunding, period: Period): FundingFigure {
  if (training.length === 0) return none;
  const own = training.filter(({ heldOn }) => within(heldOn, period));
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
function equipmentCount({ equipment }: HeldFunding, period: Period): FundingFigure {
  if (equipment.length === 0) return none;
  const own = equipment.filter(({ inServiceOn }) => within(inServiceOn, period));
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

/** The status on a day: the one recorded where it applied by then, otherwise the one that follows from the dates. */
export function statusOn(activity: Activity, day: string): string {
  const { status, statusOn: since, startedOn, completedOn } = activity;
  if (since === null || since <= day) return status;
  if (isBy(completedOn, day)) return 'completed';
  return isBy(startedOn, day) ? 'under_way' : 'planned';
}

/** Completed or under way, of all that the register holds: those cancelled stay in the denominator. */
function activityCount({ activities }: HeldFunding, { lastDay }: Period): FundingFigure {
  if (activities.length === 0) return none;
  const value = activities.filter((each) => ['completed', 'under_way'].includes(statusOn(each, lastDay))).length;
  return { value, numerator: value, denominator: activities.length, status: 'complete' };
}

/** Spent in the quarter, with the forecast as denominator. */
function spending({ lines }: HeldFunding, { quarter }: Period): FundingFigure {
  const own = lines
    .filter(({ fiscalYear }) => fiscalYear === quarter.fiscalYear)
    .flatMap((line) => quartersOf(line)[quarter.quarter - 1] ?? []);
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
export const fundingIndicators: Readonly<Record<string, (held: HeldFunding, period: Period) => FundingFigure>> = {
  S2: vacancies,
  S3: departures,
  T1: trainingDays,
  E1: equipmentCount,
  F1: spending,
  P1: activityCount,
};
