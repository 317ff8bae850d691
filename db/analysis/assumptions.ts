import { createRandom, type Random } from './random.ts';

/** What the estimate takes for granted. Source: Vigie method note, sections 1 and 2.1. */
export type Assumptions = {
  /** Productivity of an experienced funded FTE relative to a base FTE, mean over units: normal. Below 0, funding hurts. */
  readonly relativeProductivity: { readonly mean: number; readonly deviation: number };
  /** Spread of the units around that mean: half-normal with this scale. */
  readonly productivitySpread: number;
  /** The spread itself, where it is not estimated: near 0 all units share one productivity, wide each stands alone. */
  readonly fixedSpread: number | null;
  /** Months until full productivity: each as likely as the others. */
  readonly rampMonths: readonly number[];
  /** Share of full productivity in the month of hiring. */
  readonly rampStart: number;
  /** Productivity of an hour of overtime relative to an ordinary hour. */
  readonly overtimeProductivity: number;
  /** Hours of overtime that make one FTE-month. */
  readonly hoursPerFteMonth: number;
  /** Exponent of the effective FTE in a unit's capacity: below 1, each further FTE adds less. */
  readonly capacityExponent: number;
  /** Files closed by a base FTE in a month: gamma. Matters for unreported and work-limited months only. */
  readonly rate: { readonly shape: number; readonly rate: number };
  /** Share of the funded staff that the service would have hired anyway. */
  readonly substitutionShare: number;
  /** Share of the inflow that would not have come without the funded staff; used only where no proactive inflow is recorded. */
  readonly inducedInflowShare: number;
  /** However badly funded staff do, the unit keeps at least this share of the capacity of its own staff. */
  readonly lowestCapacityShare: number;
};

export const defaultAssumptions: Assumptions = {
  relativeProductivity: { mean: 0.7, deviation: 0.5 },
  productivitySpread: 0.25,
  fixedSpread: null,
  rampMonths: [3, 6, 9, 12, 18],
  rampStart: 0.25,
  overtimeProductivity: 1,
  hoursPerFteMonth: 145,
  capacityExponent: 1,
  rate: { shape: 4, rate: 1 },
  substitutionShare: 0,
  inducedInflowShare: 0,
  lowestCapacityShare: 0.5,
};

const isShare = (value: number): boolean => value >= 0 && value <= 1;
const isPositive = (value: number): boolean => value > 0 && value < Infinity;
const isNotNegative = (value: number): boolean => value >= 0 && value < Infinity;

/** RangeError that names the assumption outside its range. */
export function checkAssumptions(assumptions: Assumptions): void {
  const { relativeProductivity, rate, rampMonths } = assumptions;
  const checks = {
    relativeProductivity: Number.isFinite(relativeProductivity.mean) && isNotNegative(relativeProductivity.deviation),
    productivitySpread: isNotNegative(assumptions.productivitySpread),
    fixedSpread: assumptions.fixedSpread === null || isPositive(assumptions.fixedSpread),
    capacityExponent: isPositive(assumptions.capacityExponent),
    rampMonths: rampMonths.length > 0 && rampMonths.every(isPositive),
    rampStart: isShare(assumptions.rampStart),
    overtimeProductivity: isNotNegative(assumptions.overtimeProductivity),
    hoursPerFteMonth: isPositive(assumptions.hoursPerFteMonth),
    rate: isPositive(rate.shape) && isPositive(rate.rate),
    substitutionShare: isShare(assumptions.substitutionShare),
    inducedInflowShare: isShare(assumptions.inducedInflowShare),
    lowestCapacityShare: isShare(assumptions.lowestCapacityShare),
  };
  for (const [name, holds] of Object.entries(checks)) {
    if (!holds) throw new RangeError(`The assumption ${name} is outside its range.`);
  }
}

/** What one draw says of every unit at once: mean and spread of the relative productivity, and which ramp length. */
export type SharedDraw = { readonly productivity: number; readonly spread: number; readonly rampIndex: number };

/**
 * The shared part of each draw. It depends on the seed, the number of draws and the assumptions only, so that draw d of one unit and draw d
 * of another belong to the same world and may be added up.
 */
export function drawShared(assumptions: Assumptions, seed: number, draws: number): SharedDraw[] {
  const random = createRandom(seed, 'shared');
  return Array.from({ length: draws }, () => drawOneShared(assumptions, random));
}

function drawOneShared(assumptions: Assumptions, random: Random): SharedDraw {
  const { mean, deviation } = assumptions.relativeProductivity;
  return {
    productivity: mean + deviation * random.normal(),
    spread: Math.abs(random.normal()) * assumptions.productivitySpread,
    rampIndex: Math.floor(random.uniform() * assumptions.rampMonths.length),
  };
}
