import { at } from '../numbers.ts';
import { lagOf, latestLag, plannedMonths, type PlanBasis } from './basis.ts';
import { dampedSum } from './inflow.ts';
import { createLuck, drawLuck, drawShared, startsQuarter, streamsOf, type Calendar, type Shared } from './luck.ts';
import { monthsBehind } from './staff.ts';
import { constantsOf, layOutPlan, runPlan, type Projected, type Projection } from './unitRun.ts';

export type Projections = {
  /** 'YYYY-MM', consecutive. */
  readonly months: readonly string[];
  readonly draws: number;
  /** One for each plan, in order: the sum of the units in each draw. */
  readonly totals: readonly Projection[];
  /** The same for each unit that was asked for by name. */
  readonly units: ReadonlyMap<string, readonly Projection[]>;
};

function emptyProjection(size: number): Projection {
  return {
    backlog: new Float64Array(size),
    inflow: new Float64Array(size),
    investigated: new Float64Array(size),
    administrative: new Float64Array(size),
    baseCapacity: new Float64Array(size),
  };
}

/** The most months that a plan looks ahead: luck is drawn for all of them, so that the first are the same however many are asked. */
const mostMonths = 36;

/** Projects one unit under each plan with the same luck, and adds its draws to the results. @param asked how many planned months */
function projectUnit(
  basis: PlanBasis,
  index: number,
  plans: readonly Projected[],
  all: readonly string[],
  asked: number,
  shared: Shared,
  into: readonly (readonly Projection[])[],
): void {
  const unit = at(basis.units, index);
  const lag = lagOf(basis, unit);
  const months = all.slice(latestLag - lag);
  const calendar: Calendar = {
    lag,
    shared: all.length,
    quarter: Uint8Array.from(months, (month) => Number(startsQuarter(month))),
    damped: Float64Array.from(months, (_, h) => dampedSum(h + 1)),
    sharedDamped: Float64Array.from(months, (_, h) => dampedSum(Math.max(0, h + 1 - lag))),
  };
  const laid = plans.map((plan) => layOutPlan(basis, unit, plan, months.slice(0, lag + asked)));
  const streams = streamsOf(basis.seed, unit.unitId);
  const luck = createLuck(months.length);
  const constants = constantsOf(basis, index);
  for (let d = 0; d < basis.draws; d += 1) {
    drawLuck(basis, index, d, calendar, shared, streams, luck);
    for (let p = 0; p < laid.length; p += 1) {
      for (let r = 0; r < into.length; r += 1) runPlan(constants, at(laid, p), luck, d, lag, at(at(into, r), p));
    }
  }
}

/**
 * What may come in the next months, under each plan and with the same luck, so that plans are compared draw by draw. Draws are joint over units:
 * totals are sums within a draw. The same basis and plans give the same numbers.
 * @param months how many, 1 to 36; RangeError otherwise
 * @param unitIds the units that are added up; those that the basis does not hold are passed over
 * @param apart units whose own draws are given as well
 */
export function project(
  basis: PlanBasis,
  plans: readonly Projected[],
  months: number,
  unitIds: readonly string[],
  apart: readonly string[] = [],
): Projections {
  if (!(Number.isInteger(months) && months >= 1 && months <= mostMonths))
    throw new RangeError('A plan looks 1 to 36 months ahead.');
  const names = plannedMonths(basis, mostMonths);
  const chosen = basis.units.flatMap((unit, index) => (unitIds.includes(unit.unitId) ? [index] : []));
  const all = [...monthsBehind(basis.lastMonth, latestLag), ...names];
  const shared = drawShared(basis, all);
  const size = months * basis.draws;
  const totals = plans.map(() => emptyProjection(size));
  const units = new Map<string, readonly Projection[]>();
  for (const index of chosen) {
    const { unitId } = at(basis.units, index);
    const into: (readonly Projection[])[] = [totals];
    if (apart.includes(unitId)) {
      const own = plans.map(() => emptyProjection(size));
      units.set(unitId, own);
      into.push(own);
    }
    projectUnit(basis, index, plans, all, months, shared, into);
  }
  return { months: names.slice(0, months), draws: basis.draws, totals, units };
}
