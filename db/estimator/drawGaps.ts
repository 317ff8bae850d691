import type { Assumptions } from './assumptions.ts';
import { effectiveFte, type EffectiveFte } from './capacity.ts';
import { ratesOf, type ClosingRates, type UnitClosings } from './closings/rates.ts';
import { closeWithout, type LeftWithout } from './closings/without.ts';
import { sampleNegativeBinomial, sampleNegativeBinomialAtLeast } from './negativeBinomial.ts';
import { at } from './numbers.ts';
import { drawOpeningRates, type OpeningRates } from './openedFiles.ts';
import type { FundedMonth, PreparedUnit } from './prepare.ts';
import { createRandom, type Random } from './random.ts';
import { sampleBinomial, samplePoisson } from './samplers.ts';

/** One posterior draw of a unit. */
export type UnitDraw = {
  readonly productivity: number;
  readonly rampIndex: number;
  /** Size of the negative binomial of the unit's capacity. */
  readonly size: number;
  /** Files closed by one FTE in a funded month, by its place: asked for where a month does not tell its capacity by itself. */
  readonly levelOf: (place: number) => number;
};

function effectiveFteOf(month: FundedMonth, draw: UnitDraw, assumptions: Assumptions): EffectiveFte {
  const { base, fundedOvertime } = month;
  const ramped = at(month.ramped, draw.rampIndex);
  return effectiveFte(
    { base, ramped, fundedOvertime },
    draw.productivity,
    assumptions.substitutionShare,
    assumptions.lowestCapacityShare,
  );
}

/** Abduction: what the unit could have closed in the month. Known when it was neither unreported nor short of work. */
function drawCapacity(random: Random, month: FundedMonth, mean: number, size: number): number {
  if (month.investigated !== null && !month.starved) return month.investigated;
  if (mean <= 0) return month.investigated ?? 0;
  if (month.investigated === null) return sampleNegativeBinomial(random, mean, size);
  return sampleNegativeBinomialAtLeast(random, mean, size, month.investigated);
}

/**
 * Action: the same month's capacity without the funded staff. Work of base and funded staff are superposed streams given the month's
 * circumstances, so it is thinned; with independent luck the month is drawn again, under the same circumstances.
 */
function drawCapacityWithout(
  random: Random,
  capacity: number,
  mean: number,
  ratio: number,
  draw: UnitDraw,
  { coupling }: Assumptions,
): number {
  if (coupling === 'independent') return sampleNegativeBinomial(random, mean * ratio, draw.size);
  if (ratio === 1) return capacity;
  return ratio < 1 ? sampleBinomial(random, capacity, ratio) : capacity + samplePoisson(random, capacity * (ratio - 1));
}

/** Chance that a file opened in the month would not have been without the funded staff. */
function inducedShareOf(month: FundedMonth, rampIndex: number, rates: OpeningRates | null, removed: number): number {
  if (rates === null) return at(month.inducedShare, rampIndex);
  const funded = rates.funded * at(month.ramped, rampIndex);
  return funded > 0 ? (removed * funded) / (rates.base * month.baseStaff + funded) : 0;
}

/** Files of the month that the funded staff brought in themselves, and that would not have come without them. */
function drawInduced(random: Random, month: FundedMonth, share: number): number {
  if (share <= 0) return 0;
  if (month.candidates === null) return samplePoisson(random, month.expectedCandidates * share);
  return sampleBinomial(random, month.candidates, share);
}

/** Files that left without investigation in a month that is not reported. */
function drawLeft(random: Random, { closing }: FundedMonth, rates: ClosingRates, closed: number): number {
  const mean = rates.inflow * closing.inflow + rates.work * closed + rates.queue * closing.queue;
  return sampleNegativeBinomial(random, mean, rates.size);
}

const without: LeftWithout = { investigated: 0, otherwise: 0 };

/** Prediction: the gap (backlog without minus actual backlog, in files) at the end of the month from the gap at its beginning. */
function advanceGap(
  random: Random,
  month: FundedMonth,
  gap: number,
  place: number,
  draw: UnitDraw,
  opened: OpeningRates | null,
  closings: ClosingRates,
  assumptions: Assumptions,
): number {
  const fte = effectiveFteOf(month, draw, assumptions);
  const exponent = assumptions.capacityExponent;
  const ratio = fte.withFunding > 0 ? Math.pow(fte.without / fte.withFunding, exponent) : 0;
  const tells = month.investigated !== null && !month.starved && assumptions.coupling === 'shared';
  const mean = tells ? 0 : draw.levelOf(place) * Math.pow(fte.withFunding, exponent);
  const capacity = drawCapacity(random, month, mean, draw.size);
  const capacityWithout = drawCapacityWithout(random, capacity, mean, ratio, draw, assumptions);
  const removed = 1 - assumptions.substitutionShare;
  const induced = drawInduced(random, month, inducedShareOf(month, draw.rampIndex, opened, removed));
  const workload = month.workload ?? Infinity;
  const closed = month.investigated ?? Math.min(capacity, workload);
  const left = month.investigated === null ? drawLeft(random, month, closings, closed) : month.closing.left;
  closeWithout(
    random,
    month.investigated === null ? { ...month.closing, left, work: closed } : month.closing,
    closings,
    { gap, induced, capacity: capacityWithout },
    workload + left,
    without,
  );
  const next = gap + closed + left - without.investigated - without.otherwise - induced;
  return month.backlog === null ? next : Math.max(next, -month.backlog);
}

/**
 * Draws of the gap for each funded month: element [m][d] is month m after the funding start, draw d.
 * Source: Vigie method note, section 2.3 (abduction, action, prediction) and closings note.
 */
export function drawGaps(
  unitId: string,
  unit: PreparedUnit,
  draws: readonly UnitDraw[],
  closings: UnitClosings,
  assumptions: Assumptions,
  seed: number,
): readonly Int32Array[] {
  const gaps = unit.months.map(() => new Int32Array(draws.length));
  const random = createRandom(seed, `months ${unitId}`);
  const { opened } = unit;
  const openings = createRandom(seed, `opened ${unitId}`);
  for (const [d, draw] of draws.entries()) {
    let gap = 0;
    const rates = opened && drawOpeningRates(openings, opened, draw.rampIndex);
    const leaving = ratesOf(closings, d);
    for (let m = 0; m < unit.months.length; m += 1) {
      gap = advanceGap(random, at(unit.months, m), gap, m, draw, rates, leaving, assumptions);
      at(gaps, m)[d] = gap;
    }
  }
  return gaps;
}
