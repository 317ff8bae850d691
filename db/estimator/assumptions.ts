/** What the estimate takes for granted. Source: Vigie method note, sections 1 and 2.1. */
export type Assumptions = {
  /** Productivity of an experienced funded FTE relative to a base FTE, mean over units: normal. Below 0, funding hurts. */
  readonly relativeProductivity: { readonly mean: number; readonly deviation: number };
  /** Spread of the units around that mean: half-normal with this scale. */
  readonly productivitySpread: number;
  /** The spread itself, where it is not estimated: near 0 all units share one productivity, large each has its own. */
  readonly fixedSpread: number | null;
  /** Deviation of the units' circumstances, where it is not estimated: near 0 a unit's productivity does not last from quarter to quarter. */
  readonly fixedDeviation: number | null;
  /** Deviation of the steps of the months' walk, where it is not estimated: near 0 the units share no drift. */
  readonly fixedWalk: number | null;
  /** By how much the log capacity of all units rises each month, where it is not estimated. */
  readonly fixedDrift: number | null;
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
  /** Share of the funded staff that the service would have hired anyway. */
  readonly substitutionShare: number;
  /** Share of the inflow that would not have come without the funded staff; used only where no proactive inflow is recorded. */
  readonly inducedInflowShare: number;
  /** However badly funded staff do, the unit keeps at least this share of the capacity of its own staff. */
  readonly lowestCapacityShare: number;
  /** Whether both worlds share each month's luck, or draw it apart under the same circumstances. */
  readonly coupling: 'shared' | 'independent';
  /** What files that leave without investigation follow: as learned, or one thing for all of them. */
  readonly administrative: 'learned' | 'inflow' | 'work' | 'queue';
};

export const defaultAssumptions: Assumptions = {
  relativeProductivity: { mean: 0.5, deviation: 0.7 },
  productivitySpread: 0.25,
  fixedSpread: null,
  fixedDeviation: null,
  fixedWalk: null,
  fixedDrift: null,
  rampMonths: [3, 6, 9, 12, 18],
  rampStart: 0.25,
  overtimeProductivity: 1,
  hoursPerFteMonth: 145,
  capacityExponent: 1,
  substitutionShare: 0,
  inducedInflowShare: 0,
  lowestCapacityShare: 0.5,
  coupling: 'shared',
  administrative: 'learned',
};

/** The part of the assumptions that the posterior rests on; what only changes what is made of it is as by default. */
export function posteriorPart(assumptions: Assumptions): Assumptions {
  const { substitutionShare, inducedInflowShare, coupling, administrative } = defaultAssumptions;
  return { ...assumptions, substitutionShare, inducedInflowShare, coupling, administrative };
}

const isShare = (value: number): boolean => value >= 0 && value <= 1;
const isPositive = (value: number): boolean => value > 0 && value < Infinity;
const isNotNegative = (value: number): boolean => value >= 0 && value < Infinity;

/** RangeError that names the assumption outside its range. */
export function checkAssumptions(assumptions: Assumptions): void {
  const { relativeProductivity, rampMonths } = assumptions;
  const checks = {
    relativeProductivity: Number.isFinite(relativeProductivity.mean) && isPositive(relativeProductivity.deviation),
    productivitySpread: isPositive(assumptions.productivitySpread),
    fixedSpread: assumptions.fixedSpread === null || isPositive(assumptions.fixedSpread),
    fixedDeviation: assumptions.fixedDeviation === null || isPositive(assumptions.fixedDeviation),
    fixedWalk: assumptions.fixedWalk === null || isPositive(assumptions.fixedWalk),
    fixedDrift: assumptions.fixedDrift === null || Number.isFinite(assumptions.fixedDrift),
    capacityExponent: isPositive(assumptions.capacityExponent),
    rampMonths: rampMonths.length > 0 && rampMonths.every(isPositive),
    rampStart: isShare(assumptions.rampStart),
    overtimeProductivity: isNotNegative(assumptions.overtimeProductivity),
    hoursPerFteMonth: isPositive(assumptions.hoursPerFteMonth),
    substitutionShare: isShare(assumptions.substitutionShare),
    inducedInflowShare: isShare(assumptions.inducedInflowShare),
    lowestCapacityShare: isShare(assumptions.lowestCapacityShare),
  };
  for (const [name, holds] of Object.entries(checks)) {
    if (!holds) throw new RangeError(`The assumption ${name} is outside its range.`);
  }
}
