import type { Assumptions } from '../assumptions.ts';
import { at, mean } from '../numbers.ts';
import { inflowAt, nextMonth } from '../panel.ts';
import { findPlaces, type PlacesOfData } from './places.ts';
import { isStarved, overtimeFte, rampedSeries, type UsableUnit } from '../prepare.ts';
import { unitsForOwnEstimate } from '../usable.ts';

/**
 * Every reported month of every unit as one observation, units one after the other. Arrays over observations have one element each;
 * `slot` points into the circumstances (unit x quarter), `month` into the months that the units share.
 */
export type FitData = {
  readonly units: readonly UsableUnit[];
  /** 'YYYY-MM', consecutive: all months of any unit. */
  readonly months: readonly string[];
  /** First observation of each unit, and the number of observations at the end. */
  readonly unitStart: Int32Array;
  /** First circumstance of each unit, and their number at the end. */
  readonly slotStart: Int32Array;
  readonly month: Int32Array;
  /** Of each of the months its place in the year, 0 to 11. */
  readonly calendar: Int32Array;
  readonly slot: Int32Array;
  /** Observations of each month: `byMonth` from `monthStart[t]` to `monthStart[t + 1]`. */
  readonly monthStart: Int32Array;
  readonly byMonth: Int32Array;
  /** Files closed by investigation. */
  readonly count: Float64Array;
  /** 1: the unit closed all it had, so that its capacity is known from below only. */
  readonly censored: Uint8Array;
  /** Effective FTE but for the funded staff: base FTE and all overtime. */
  readonly base: Float64Array;
  /** The effective FTE never falls below this. */
  readonly floor: Float64Array;
  /** Work of the unit without funded staff, and its log: what the funded staff of most observations leave as it is. */
  readonly ownWork: Float64Array;
  readonly logOwnWork: Float64Array;
  /** Observations in which the unit has funded staff. */
  readonly withFunded: Int32Array;
  readonly places: PlacesOfData;
  /** Funded FTE by experience, for each ramp length of the assumptions. */
  readonly ramped: readonly Float64Array[];
  /** 1: the unit has funded staff in some observation. */
  readonly funded: Uint8Array;
  /** log of the unit's inflow per FTE before the funding, against the geometric mean of the units. */
  readonly logInflow: Float64Array;
  /** Exponent of the effective FTE: 1 unless returns diminish. */
  readonly exponent: number;
};

/** Whether there are too few units to tell by themselves what all units share: then moves are added for what a single unit leaves open. */
export function hasFewUnits({ units }: Pick<FitData, 'units'>): boolean {
  return units.length < unitsForOwnEstimate;
}

type Observation = {
  readonly month: number;
  readonly slot: number;
  readonly count: number;
  readonly censored: boolean;
  readonly base: number;
  readonly floor: number;
  readonly ramped: readonly number[];
};

/** Whole quarters since year 0, so that months of one calendar quarter share a number. */
export function quarterOf(month: string): number {
  return Number(month.slice(0, 4)) * 4 + Math.floor((Number(month.slice(5, 7)) - 1) / 3);
}

function sharedMonths(units: readonly UsableUnit[]): string[] {
  const firsts = units.map(({ panel, window }) => at(panel.months, window.first)).sort();
  const lasts = units.map(({ panel, window }) => at(panel.months, window.last)).sort();
  const months = [at(firsts, 0)];
  const last = at(lasts, lasts.length - 1);
  while (at(months, months.length - 1) < last) months.push(nextMonth(at(months, months.length - 1)));
  return months;
}

function observationsOf(
  unit: UsableUnit,
  firstSlot: number,
  monthIndex: ReadonlyMap<string, number>,
  assumptions: Assumptions,
): Observation[] {
  const { panel, window } = unit;
  const ramped = rampedSeries(unit, assumptions);
  const firstQuarter = quarterOf(at(panel.months, window.first));
  const found: Observation[] = [];
  for (let t = window.first; t <= window.last; t += 1) {
    const count = at(panel.outflowInvestigated, t);
    const fte = at(panel.fteBase, t);
    const name = at(panel.months, t);
    const month = monthIndex.get(name);
    if (count === null || fte === null || at(panel.outflowAdministrative, t) === null || month === undefined) continue;
    const overtime = overtimeFte(panel, t, assumptions);
    const base = fte + overtime.base + overtime.funded;
    const experienced = ramped.map((series) => at(series, t - window.first));
    if (base <= 0 && experienced.every((each) => each <= 0)) continue;
    const floor = Math.max(assumptions.lowestCapacityShare * (fte + overtime.base), 0.02);
    const slot = firstSlot + quarterOf(name) - firstQuarter;
    found.push({ month, slot, count, censored: isStarved(panel, t), base, floor, ramped: experienced });
  }
  return found;
}

/** Inflow per base FTE before the funding: of the unit's own, or of the earliest where it has none; null where nothing is recorded. */
function inflowPerFte({ panel, window }: UsableUnit, earliest: string): number | null {
  const inflow: number[] = [];
  const fte: number[] = [];
  for (let t = window.first; t <= window.last; t += 1) {
    const before = window.fundingStart === null ? at(panel.months, t) < earliest : t < window.fundingStart;
    const files = inflowAt(panel, t);
    const staff = at(panel.fteBase, t);
    if (!before || files === null || staff === null || staff <= 0) continue;
    inflow.push(files);
    fte.push(staff);
  }
  return inflow.length === 0 || mean(inflow) === 0 ? null : mean(inflow) / mean(fte);
}

function logRelativeInflow(units: readonly UsableUnit[]): Float64Array {
  const starts = units.flatMap(({ panel, window }) =>
    window.fundingStart === null ? [] : [at(panel.months, window.fundingStart)],
  );
  const earliest = starts.sort().at(0) ?? '9999-12';
  const logs = units.map((unit) => {
    const ratio = inflowPerFte(unit, earliest);
    return ratio === null ? null : Math.log(ratio);
  });
  const known = logs.filter((value) => value !== null);
  const centre = known.length === 0 ? 0 : mean(known);
  return Float64Array.from(logs, (value) => (value === null ? 0 : value - centre));
}

function groupByMonth(months: Int32Array, count: number): Pick<FitData, 'monthStart' | 'byMonth'> {
  const monthStart = new Int32Array(count + 1);
  const order = Array.from(months, (_, index) => index).sort((one, other) => at(months, one) - at(months, other));
  for (const month of months) for (let t = month + 1; t <= count; t += 1) monthStart[t] = at(monthStart, t) + 1;
  return { monthStart, byMonth: Int32Array.from(order) };
}

function starts(sizes: readonly number[]): Int32Array {
  const found = new Int32Array(sizes.length + 1);
  sizes.forEach((size, index) => {
    found[index + 1] = at(found, index) + size;
  });
  return found;
}

function inOrder(given: readonly UsableUnit[]): UsableUnit[] {
  const before = (one: UsableUnit, other: UsableUnit): boolean => one.panel.unitId < other.panel.unitId;
  return [...given].sort((one, other) => Number(before(other, one)) - Number(before(one, other)));
}

/**
 * Lays the units out for the sampler, by their codes: so that the order in which they come changes no draw. Months that are not reported are no
 * observation; they are in no sum.
 * @param given at least one; RangeError otherwise
 */
export function layOut(given: readonly UsableUnit[], assumptions: Assumptions): FitData {
  if (given.length === 0) throw new RangeError('A fit needs at least one unit.');
  const units = inOrder(given);
  const months = sharedMonths(units);
  const monthIndex = new Map(months.map((month, index) => [month, index]));
  const slotStart = starts(
    units.map(({ panel, window }) => {
      return quarterOf(at(panel.months, window.last)) - quarterOf(at(panel.months, window.first)) + 1;
    }),
  );
  const byUnit = units.map((unit, i) => observationsOf(unit, at(slotStart, i), monthIndex, assumptions));
  const all = byUnit.flat();
  const month = Int32Array.from(all, (each) => each.month);
  const ownWork = Float64Array.from(all, ({ base, floor }) =>
    Math.pow(Math.max(base, floor), assumptions.capacityExponent),
  );
  const laid = {
    unitStart: starts(byUnit.map((each) => each.length)),
    censored: Uint8Array.from(all, (each) => Number(each.censored)),
    withFunded: Int32Array.from(all.flatMap((each, o) => (each.ramped.some((fte) => fte > 0) ? [o] : []))),
    funded: Uint8Array.from(byUnit, (own) => Number(own.some((each) => each.ramped.some((fte) => fte > 0)))),
  };
  return {
    ...laid,
    units,
    months,
    places: findPlaces(laid),
    slotStart,
    month,
    calendar: Int32Array.from(months, (name) => Number(name.slice(5, 7)) - 1),
    slot: Int32Array.from(all, (each) => each.slot),
    ...groupByMonth(month, months.length),
    count: Float64Array.from(all, (each) => each.count),
    base: Float64Array.from(all, (each) => each.base),
    floor: Float64Array.from(all, (each) => each.floor),
    ownWork,
    logOwnWork: ownWork.map((work) => Math.log(work)),
    ramped: assumptions.rampMonths.map((_, index) => Float64Array.from(all, (each) => at(each.ramped, index))),
    logInflow: logRelativeInflow(units),
    exponent: assumptions.capacityExponent,
  };
}
