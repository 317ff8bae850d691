import type { Assumptions } from './assumptions.ts';
import { learntOfMean, type Learnt } from './learnt.ts';
import type { CapacityFit } from './sampler/fit.ts';
import { summarise, type Summary } from './summary.ts';

/** What the units share, after the data. */
export type FitSummary = CapacityFit['diagnostics'] & {
  /** The fewest effective draws, bulk or tail, and the highest R-hat of any figure of the model; null where a reference's draws are used, or nobody looked. */
  readonly effectiveSampleSize: number | null;
  readonly rHat: number | null;
  readonly units: number;
  readonly fundedUnits: number;
  readonly observations: number;
  /** Mean productivity of a funded FTE relative to a base FTE, and the spread of the units around it. */
  readonly productivity: Summary;
  /** What was assumed of that mean before the data; null where a reference's draws are used. */
  readonly learnt: Learnt | null;
  readonly spread: Summary;
  /** Size of the negative binomial, and deviation of the units' circumstances on the log scale. */
  readonly size: Summary;
  readonly deviation: Summary;
  /** Share of the draws for each assumed ramp length. */
  readonly ramp: readonly { readonly months: number; readonly probability: number }[];
};

/** @param isReference a reference's draws: what they were before any data is not known here */
export function summariseFit(
  { data, draws, diagnostics, worst }: CapacityFit,
  assumptions: Assumptions,
  isReference = false,
): FitSummary {
  const productivity = summarise(draws.map((draw) => draw.centre));
  return {
    ...diagnostics,
    effectiveSampleSize: worst && worst.effective,
    rHat: worst && worst.rHat,
    units: data.units.length,
    fundedUnits: data.funded.reduce((total, each) => total + each, 0),
    observations: data.count.length,
    productivity,
    learnt: isReference ? null : learntOfMean(productivity, assumptions),
    spread: summarise(draws.map((draw) => draw.spread)),
    size: summarise(draws.map((draw) => draw.size)),
    deviation: summarise(draws.map((draw) => draw.deviation)),
    ramp: assumptions.rampMonths.map((months, index) => ({
      months,
      probability: draws.filter((draw) => draw.ramp === index).length / draws.length,
    })),
  };
}
