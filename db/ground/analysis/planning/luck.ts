import { at } from '../numbers.ts';
import { createRandom, type Random } from '../random.ts';
import { flag, real } from '../typed.ts';
import { latestLag, type PlanBasis } from './basis.ts';
import { chanceOf, gammaFactor, gammaSpread, normalOfChance } from './counts.ts';

/** A unit's months: those that it is behind, then the plan's. */
export type Calendar = {
  readonly lag: number;
  /** Months of the shared effects. */
  readonly shared: number;
  readonly quarter: Uint8Array;
  readonly damped: Float64Array;
  readonly sharedDamped: Float64Array;
};

/** Effects that all units share, by draw and month: log of the month's effect on closures, and shared part of the log inflow's walk. */
export type Shared = { readonly capacity: Float64Array; readonly inflow: Float64Array };

/** Months that a unit may be behind come first, so that a calendar month has one effect on all units; the level does not wander in them. */
export function drawShared(basis: PlanBasis, months: readonly string[]): Shared {
  const random = createRandom(basis.seed, 'planned shared months');
  const length = months.length;
  const shared = { capacity: new Float64Array(basis.draws * length), inflow: new Float64Array(basis.draws * length) };
  const calendar = months.map((month) => Number(month.slice(5, 7)) - 1);
  for (let d = 0; d < basis.draws; d += 1) {
    let level = real(basis.months.level, d);
    let inflow = 0;
    for (let h = 0; h < length; h += 1) {
      const wanders = h < latestLag ? 0 : 1;
      level += wanders * real(basis.months.walk, d) * random.normal();
      inflow += wanders * real(basis.inflow.sharedWalk, d) * random.normal();
      const irregular = real(basis.months.irregular, d) * random.normal();
      shared.capacity[d * length + h] = level + irregular + at(basis.months.season, at(calendar, h));
      shared.inflow[d * length + h] = inflow + at(basis.inflow.season, at(calendar, h));
    }
  }
  return shared;
}

const quarterCorrelation = 0.85;
const freshShare = Math.sqrt(1 - quarterCorrelation ** 2);

export function startsQuarter(month: string): boolean {
  return (Number(month.slice(5, 7)) - 1) % 3 === 0;
}

/** The luck of one unit in one draw, by month: what no plan changes. */
export type Luck = {
  /** Mean inflow without growth, with the month's luck in it; the chance of the count, and its normal quantile. */
  readonly inflow: Float64Array;
  readonly inflowChance: Float64Array;
  readonly inflowNormal: Float64Array;
  /** Growth of the inflow as the model draws it, as a factor. */
  readonly growth: Float64Array;
  /** Files that an FTE closes in the month: mean, and with the month's luck in it. */
  readonly rate: Float64Array;
  readonly closing: Float64Array;
  readonly closingChance: Float64Array;
  readonly closingNormal: Float64Array;
  readonly leavingChance: Float64Array;
  readonly leavingNormal: Float64Array;
};

export function createLuck(length: number): Luck {
  return {
    inflow: new Float64Array(length),
    inflowChance: new Float64Array(length),
    inflowNormal: new Float64Array(length),
    growth: new Float64Array(length),
    rate: new Float64Array(length),
    closing: new Float64Array(length),
    closingChance: new Float64Array(length),
    closingNormal: new Float64Array(length),
    leavingChance: new Float64Array(length),
    leavingNormal: new Float64Array(length),
  };
}

function drawChance(random: Random): number {
  return random.uint32() >>> 16;
}

function drawNormal(random: Random): number {
  return real(normalOfChance, drawChance(random));
}

/** Fills the luck of one draw. As many numbers are drawn each month, whatever they turn out to be. */
export function drawLuck(
  basis: PlanBasis,
  index: number,
  d: number,
  calendar: Calendar,
  shared: Shared,
  random: Random,
  luck: Luck,
): void {
  const unit = at(basis.units, index);
  const own = at(basis.inflow.units, index);
  const { length } = calendar.quarter;
  const closingSpread = gammaSpread(real(basis.size, d));
  const inflowSpread = gammaSpread(real(basis.inflow.size, d));
  // A quarter's three steps at once: as many normals fewer.
  const walkStep = Math.sqrt(3) * real(basis.inflow.walk, d);
  const logRate = real(unit.logRate, d);
  const growth = real(own.growth, d);
  const sharedGrowth = real(basis.inflow.sharedGrowth, d);
  const fresh = freshShare * real(basis.deviation, d);
  let circumstance = real(unit.circumstance, d);
  let walk = real(own.level, d);
  const first = (d + 1) * calendar.shared - length;
  for (let h = 0; h < length; h += 1) {
    if (flag(calendar.quarter, h) === 1) {
      circumstance = quarterCorrelation * circumstance + fresh * drawNormal(random);
      walk += walkStep * drawNormal(random);
    }
    luck.inflow[h] = Math.exp(walk + real(shared.inflow, first + h)) * gammaFactor(inflowSpread, drawNormal(random));
    const inflowChance = drawChance(random);
    luck.inflowChance[h] = chanceOf(inflowChance);
    luck.inflowNormal[h] = real(normalOfChance, inflowChance);
    luck.growth[h] = Math.exp(growth * real(calendar.damped, h) + sharedGrowth * real(calendar.sharedDamped, h));
    const rate = Math.exp(logRate + circumstance + real(shared.capacity, first + h));
    luck.rate[h] = rate;
    luck.closing[h] = rate * gammaFactor(closingSpread, drawNormal(random));
    const closingChance = drawChance(random);
    luck.closingChance[h] = chanceOf(closingChance);
    luck.closingNormal[h] = real(normalOfChance, closingChance);
    const leavingChance = drawChance(random);
    luck.leavingChance[h] = chanceOf(leavingChance);
    luck.leavingNormal[h] = real(normalOfChance, leavingChance);
  }
}
