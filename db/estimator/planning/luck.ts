import { at } from '../numbers.ts';
import { createRandom, type Random } from '../random.ts';
import { flag, real } from '../typed.ts';
import { latestLag, type PlanBasis } from './basis.ts';
import { chanceOf, chances, gammaFactor, gammaSpread, normalOfChance } from './counts.ts';
import { damping } from './levels.ts';

/** A unit's months: those that it is behind, then the plan's. */
export type Calendar = {
  readonly lag: number;
  /** Months of the shared effects. */
  readonly shared: number;
  readonly quarter: Uint8Array;
  readonly damped: Float64Array;
  readonly sharedDamped: Float64Array;
};

/** Effects that all units share, by draw and month: factors of closures, and of the inflow without its growth. */
export type Shared = {
  readonly capacity: Float64Array;
  readonly inflow: Float64Array;
  /** log of what the changes of the growth bring, beside the growth that is known today. */
  readonly growth: Float64Array;
};

/** Months that a unit may be behind come first, so that a calendar month has one effect on all units; the level does not wander in them. */
export function drawShared(basis: PlanBasis, months: readonly string[]): Shared {
  const random = createRandom(basis.seed, 'planned shared months');
  const changes = createRandom(basis.seed, 'planned shared inflow');
  const length = months.length;
  const size = basis.draws * length;
  const shared = { capacity: new Float64Array(size), inflow: new Float64Array(size), growth: new Float64Array(size) };
  const calendar = months.map((month) => Number(month.slice(5, 7)) - 1);
  for (let d = 0; d < basis.draws; d += 1) {
    let level = real(basis.months.level, d);
    let inflow = 0;
    let change = 0;
    let grown = 0;
    for (let h = 0; h < length; h += 1) {
      const wanders = h < latestLag ? 0 : 1;
      level += wanders * real(basis.months.walk, d) * random.normal();
      inflow += wanders * real(basis.inflow.sharedWalk, d) * random.normal();
      grown += change;
      change = damping * change + wanders * basis.inflow.sharedGrowthStep * changes.normal();
      shared.growth[d * length + h] = grown;
      const irregular = real(basis.months.irregular, d) * random.normal();
      shared.capacity[d * length + h] = Math.exp(level + irregular + at(basis.months.season, at(calendar, h)));
      const month = real(basis.inflow.sharedNoise, d) * changes.normal();
      shared.inflow[d * length + h] = Math.exp(inflow + month + at(basis.inflow.season, at(calendar, h)));
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
  /** The month's luck with files that leave without investigation: a factor of their mean. */
  readonly leaving: Float64Array;
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
    leaving: new Float64Array(length),
    leavingChance: new Float64Array(length),
    leavingNormal: new Float64Array(length),
  };
}

/** A random number gives two chances, from its upper and its lower half: half as many are drawn. */
function otherChance(bits: number): number {
  return bits & (chances - 1);
}

function normalOf(bits: number): number {
  return real(normalOfChance, (bits >>> 16) & (chances - 1));
}

/** One stream of numbers for the changes of a unit's growth, another for all else. */
export type Streams = { readonly luck: Random; readonly growth: Random };

export function streamsOf(seed: number, unitId: string): Streams {
  return { luck: createRandom(seed, `plan ${unitId}`), growth: createRandom(seed, `planned growth ${unitId}`) };
}

function drawNormal(random: Random): number {
  return normalOf(random.uint32());
}

/** Fills the luck of one draw. As many numbers are drawn each month, whatever they turn out to be. */
export function drawLuck(
  basis: PlanBasis,
  index: number,
  d: number,
  calendar: Calendar,
  shared: Shared,
  { luck: random, growth: changes }: Streams,
  luck: Luck,
): void {
  const unit = at(basis.units, index);
  const own = at(basis.inflow.units, index);
  const { size, level, step } = at(basis.closings, index);
  const { length } = calendar.quarter;
  const closingSpread = gammaSpread(real(basis.size, d));
  const inflowSpread = gammaSpread(real(basis.inflow.size, d));
  // A quarter's three steps at once: as many normals fewer.
  const walkStep = Math.sqrt(3) * real(basis.inflow.walk, d);
  const leavingSpread = gammaSpread(real(size, d % size.length));
  const leavingStep = Math.sqrt(3) * real(step, d);
  const logRate = real(unit.logRate, d);
  const growth = real(own.growth, d);
  const growthStep = Math.sqrt(3) * basis.inflow.growthStep;
  let [change, grown] = [0, 0];
  const fresh = freshShare * real(basis.deviation, d);
  let circumstance = real(unit.circumstance, d);
  let walk = real(own.level, d);
  // Both change with the quarter alone: a third of the exponentials.
  let [ownInflow, ownRate] = [Math.exp(walk), Math.exp(logRate + circumstance)];
  let leaving = real(level, d);
  const first = (d + 1) * calendar.shared - length;
  for (let h = 0; h < length; h += 1) {
    grown += change;
    change *= damping;
    if (flag(calendar.quarter, h) === 1) {
      change += growthStep * drawNormal(changes);
      circumstance = quarterCorrelation * circumstance + fresh * drawNormal(random);
      walk += walkStep * drawNormal(random);
      ownInflow = Math.exp(walk);
      ownRate = Math.exp(logRate + circumstance);
      // The mean of the level stays where it was.
      leaving *= Math.exp(leavingStep * (drawNormal(random) - leavingStep / 2));
    }
    const inflowBits = random.uint32();
    luck.inflow[h] = ownInflow * real(shared.inflow, first + h) * gammaFactor(inflowSpread, normalOf(inflowBits));
    const inflowChance = otherChance(inflowBits);
    luck.inflowChance[h] = chanceOf(inflowChance);
    luck.inflowNormal[h] = real(normalOfChance, inflowChance);
    const ofAll = real(basis.inflow.sharedGrowth, d) * real(calendar.sharedDamped, h) + real(shared.growth, first + h);
    luck.growth[h] = Math.exp(growth * real(calendar.damped, h) + grown + ofAll);
    const rate = ownRate * real(shared.capacity, first + h);
    const closingBits = random.uint32();
    luck.rate[h] = rate;
    luck.closing[h] = rate * gammaFactor(closingSpread, normalOf(closingBits));
    const closingChance = otherChance(closingBits);
    luck.closingChance[h] = chanceOf(closingChance);
    luck.closingNormal[h] = real(normalOfChance, closingChance);
    const leavingBits = random.uint32();
    luck.leaving[h] = leaving * gammaFactor(leavingSpread, normalOf(leavingBits));
    const leavingChance = otherChance(leavingBits);
    luck.leavingChance[h] = chanceOf(leavingChance);
    luck.leavingNormal[h] = real(normalOfChance, leavingChance);
  }
}
