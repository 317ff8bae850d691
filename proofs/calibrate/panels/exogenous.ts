import { sampleNegativeBinomial } from '../../../db/estimator/negativeBinomial.ts';
import { at, mean } from '../../../db/estimator/numbers.ts';
import type { Random } from '../../../db/estimator/random.ts';
import { wholeBetween } from '../../../db/estimator/simulateUnit.ts';

/**
 * Constants of the generated panels. Source: Vigie method note, section 6, but for their size: half a country's, so that many panels can be made.
 */
export const design = {
  units: 22,
  funded: 14,
  months: 60,
  firstMonth: '2017-04',
  decisionMonth: 28,
  latestStart: 40,
  /** When all but one begin, where they begin together. */
  commonStart: 32,
  filesPerFte: 4,
} as const;

const inflowSize = 15;
const seasonAmplitude = 0.12;
const growthFrom = 0;
const unreportedShare = 0.03;
const longGapShare = 0.1;
/** March to June 2020, and the part of it in which reports from outside rose. */
const shockMonths = { first: 35, last: 38, lastOfInflow: 37 } as const;

export function isShocked(t: number): boolean {
  return t >= shockMonths.first && t <= shockMonths.last;
}

/** What a unit is and receives whatever it closes and whether or not it is funded. */
export type Exogenous = {
  /** Base FTE in post, by month. */
  readonly staff: readonly number[];
  /** Files referred from outside for each file that a base FTE closes: months of work that come in a month. */
  readonly inflowShare: number;
  /** Monthly growth of the inflow once it begins. */
  readonly growth: number;
  /** Opening backlog in months of inflow. */
  readonly openingMonths: number;
  /** When funding would begin and for how many FTE, should the unit be chosen. */
  readonly offer: { readonly start: number; readonly fte: number };
  readonly reported: readonly boolean[];
};

function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

/** 2 to 14 FTE and two changes by one, never below 1. */
function drawStaff(random: Random): number[] {
  const start = wholeBetween(random, 2, 14);
  const changes = Array.from({ length: 2 }, () => ({
    month: wholeBetween(random, 6, design.months - 1),
    by: random.uniform() < 0.5 ? -1 : 1,
  }));
  return Array.from({ length: design.months }, (_, t) => {
    const changed = changes.reduce((fte, { month, by }) => (t >= month ? fte + by : fte), start);
    return Math.max(1, changed);
  });
}

/** 3 % of the months at random, and in one unit of ten a gap of 3 to 6 months. */
function drawReported(random: Random): boolean[] {
  const reported = Array.from({ length: design.months }, () => random.uniform() >= unreportedShare);
  if (random.uniform() < longGapShare) {
    const from = wholeBetween(random, 0, design.months - 1);
    reported.fill(false, from, from + wholeBetween(random, 3, 6));
  }
  return reported;
}

export function drawExogenous(random: Random, isComplete: boolean): Exogenous {
  const drawn = {
    staff: drawStaff(random),
    inflowShare: between(random, 0.8, 1.1),
    growth: between(random, 0.002, 0.008),
    openingMonths: between(random, 0.5, 6),
    offer: { start: wholeBetween(random, design.decisionMonth, design.latestStart), fte: wholeBetween(random, 1, 4) },
    reported: drawReported(random),
  };
  return isComplete ? { ...drawn, reported: drawn.reported.map(() => true) } : drawn;
}

/**
 * Files referred in each month: NegBin(size 15) around a share of `perFte` files for each of the unit's first staff, with a season, a growth
 * after two years and, where asked, the shock. What investigators open themselves takes the place of referrals.
 */
export function drawReferred(
  random: Random,
  unit: Exogenous,
  perFte: number,
  openedPerFte: number,
  inflowShock: number,
): number[] {
  const level = perFte * unit.inflowShare * at(unit.staff, 0);
  return unit.staff.map((fte, t) => {
    const season = 1 + seasonAmplitude * Math.sin((2 * Math.PI * t) / 12);
    const growth = (1 + unit.growth) ** Math.max(0, t - growthFrom);
    const shock = isShocked(t) && t <= shockMonths.lastOfInflow ? inflowShock : 1;
    const outside = level * season * growth * shock - openedPerFte * fte;
    return sampleNegativeBinomial(random, Math.max(0.5, outside), inflowSize);
  });
}

/**
 * log of each unit's inflow per FTE before its offer, relative to the geometric mean of the units: the r of the model, computed from what is
 * reported as the estimator computes it. (For a unit that is never funded the estimator stops at the earliest start of the panel, which
 * depends on who is chosen and so on the rates: there the two differ by the months between.)
 */
export function logRelativeInflow(units: readonly Exogenous[], referred: readonly (readonly number[])[]): number[] {
  const logs = units.map((unit, i) => {
    const months = unit.reported.flatMap((isReported, t) => (isReported && t < unit.offer.start ? [t] : []));
    const files = mean(months.map((t) => at(at(referred, i), t)));
    return Math.log(files / mean(months.map((t) => at(unit.staff, t))));
  });
  const centre = mean(logs);
  return logs.map((log) => log - centre);
}
