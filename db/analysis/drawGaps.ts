import type { Assumptions, SharedDraw } from './assumptions.ts';
import { effectiveFte, pearsonOverDispersion, rateGivenMonths, type EffectiveFte } from './capacity.ts';
import { sampleNegativeBinomial, sampleNegativeBinomialAtLeast } from './negativeBinomial.ts';
import { at } from './numbers.ts';
import type { FundedMonth, PreparedUnit } from './prepare.ts';
import { createRandom, type Random } from './random.ts';
import { sampleBinomial, sampleGamma, samplePoisson } from './samplers.ts';

/** Hooks of a long computation: share done from 0 to 1, and whether to stop. */
export type Progress = { readonly onProgress?: (share: number) => void; readonly isCancelled?: () => boolean };

/** The unit's rate in one draw (files for an FTE-month) and how much its months vary beyond Poisson. */
type Rate = { readonly value: number; readonly overDispersion: number };

/** One draw of everything that does not change from month to month. */
type UnitDraw = { readonly productivity: number; readonly rampIndex: number; readonly rate: Rate };

const drawsBetweenChecks = 64;
const noRate: Rate = { value: 0, overDispersion: 1 };

function drawRate(
  random: Random,
  unit: PreparedUnit,
  assumptions: Assumptions,
  productivity: number,
  rampIndex: number,
): Rate {
  const counts: number[] = [];
  const exposure: number[] = [];
  for (const month of unit.rateMonths) {
    const { withFunding } = effectiveFteOf(month, productivity, rampIndex, assumptions);
    if (withFunding <= 0) continue;
    counts.push(month.outflow);
    exposure.push(withFunding);
  }
  const overDispersion = pearsonOverDispersion(counts, exposure);
  const law = rateGivenMonths(assumptions.rate, counts, exposure, overDispersion);
  return { value: sampleGamma(random, law.shape, law.rate), overDispersion };
}

function effectiveFteOf(
  month: Pick<FundedMonth, 'base' | 'fundedOvertime' | 'ramped'>,
  productivity: number,
  rampIndex: number,
  assumptions: Assumptions,
): EffectiveFte {
  const { base, fundedOvertime } = month;
  const ramped = at(month.ramped, rampIndex);
  return effectiveFte(
    { base, ramped, fundedOvertime },
    productivity,
    assumptions.substitutionShare,
    assumptions.lowestCapacityShare,
  );
}

/** Abduction: what the unit could have closed in the month. Known when it was neither unreported nor short of work. */
function drawCapacity(random: Random, month: FundedMonth, fte: number, rate: Rate): number {
  if (month.outflow !== null && !month.starved) return month.outflow;
  const mean = rate.value * fte;
  const size = rate.overDispersion > 1 ? mean / (rate.overDispersion - 1) : Infinity;
  if (mean <= 0) return month.outflow ?? 0;
  if (month.outflow === null) return sampleNegativeBinomial(random, mean, size);
  return sampleNegativeBinomialAtLeast(random, mean, size, month.outflow);
}

/** Action: the same month's capacity without the funded staff. Work of base and funded staff are superposed streams, so it is thinned. */
function drawCapacityWithout(random: Random, capacity: number, fte: EffectiveFte): number {
  if (fte.without === fte.withFunding) return capacity;
  if (fte.withFunding <= 0) return 0;
  const ratio = fte.without / fte.withFunding;
  return ratio <= 1
    ? sampleBinomial(random, capacity, ratio)
    : capacity + samplePoisson(random, capacity * (ratio - 1));
}

/** Files of the month that the funded staff brought in themselves, and that would not have come without them. */
function drawInduced(random: Random, month: FundedMonth, rampIndex: number): number {
  const share = at(month.inducedShare, rampIndex);
  if (share <= 0) return 0;
  if (month.candidates === null) return samplePoisson(random, month.expectedCandidates * share);
  return sampleBinomial(random, month.candidates, share);
}

/** Prediction: the gap (backlog without minus actual backlog, in files) at the end of the month from the gap at its beginning. */
function advanceGap(random: Random, month: FundedMonth, gap: number, draw: UnitDraw, assumptions: Assumptions): number {
  const fte = effectiveFteOf(month, draw.productivity, draw.rampIndex, assumptions);
  const capacity = drawCapacity(random, month, fte.withFunding, draw.rate);
  const capacityWithout = drawCapacityWithout(random, capacity, fte);
  const induced = drawInduced(random, month, draw.rampIndex);
  const workload = month.workload ?? Infinity;
  const outflow = month.outflow ?? Math.min(capacity, workload);
  const outflowWithout = Math.min(capacityWithout, Math.max(0, workload + gap - induced));
  const next = gap + outflow - outflowWithout - induced;
  return month.backlog === null ? next : Math.max(next, -month.backlog);
}

/**
 * Draws of the gap for each funded month, or null when cancelled. Element [m][d] is month m after the funding start, draw d.
 * Source: Vigie method note, section 2.3 (abduction, action, prediction).
 */
export function drawGaps(
  unitId: string,
  unit: PreparedUnit,
  shared: readonly SharedDraw[],
  assumptions: Assumptions,
  seed: number,
  progress: Progress,
): readonly Int32Array[] | null {
  const gaps = unit.months.map(() => new Int32Array(shared.length));
  const own = createRandom(seed, `productivity ${unitId}`);
  const random = createRandom(seed, `months ${unitId}`);
  for (const [d, { productivity: centre, spread, rampIndex }] of shared.entries()) {
    if (d % drawsBetweenChecks === 0) {
      if (progress.isCancelled?.()) return null;
      progress.onProgress?.(d / shared.length);
    }
    const productivity = centre + spread * own.normal();
    const rate = unit.needsRate ? drawRate(random, unit, assumptions, productivity, rampIndex) : noRate;
    const draw: UnitDraw = { productivity, rampIndex, rate };
    let gap = 0;
    for (let m = 0; m < unit.months.length; m += 1) {
      gap = advanceGap(random, at(unit.months, m), gap, draw, assumptions);
      at(gaps, m)[d] = gap;
    }
  }
  progress.onProgress?.(1);
  return gaps;
}
