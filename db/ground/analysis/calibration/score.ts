import { at, mean, quantileOfSorted } from '../numbers.ts';
import { createRandom } from '../random.ts';
import type { Fitted, RankedParameter } from './fitted.ts';
import type { GeneratedPanel } from './generate.ts';
import { rankBin } from './ranks.ts';

/** Indices of the months judged: 2, 3 and 4 years after the decision. */
export const horizons = [59, 71, 83] as const;
export const levels = [0.5, 0.8, 0.95] as const;

/** Gaps in files; `within` has one element for each of `levels`. */
type Scored = {
  readonly truth: number;
  /** Posterior mean minus truth. */
  readonly error: number;
  /** Width of the 80 % interval. */
  readonly width: number;
  readonly within: readonly boolean[];
  /** Whether the interval lies wholly above the true gap: it says too much for the funding. One element for each of `levels`. */
  readonly above: readonly boolean[];
};

export type HorizonScore = {
  readonly month: number;
  /** Funded units that the fit has draws for, one by one, and the sum over them. */
  readonly units: readonly Scored[];
  readonly total: Scored;
};

export const rankedQuantities = ['centre', 'spread', 'size', 'deviation', 'walkDeviation', 'unit', 'total'] as const;
export type RankedQuantity = (typeof rankedQuantities)[number];

export type PanelScore = {
  readonly seed: number;
  readonly horizons: readonly HorizonScore[];
  /** Tenth in which the truth falls among the draws; unit (one at random) and total at the last horizon. */
  readonly bins: Readonly<Record<RankedQuantity, number>>;
};

type Estimate = { readonly draws: ArrayLike<number>; readonly truth: number };

function score({ draws, truth }: Estimate): Scored {
  const sorted = Float64Array.from(draws).sort();
  const interval = (level: number): readonly [number, number] => [
    quantileOfSorted(sorted, (1 - level) / 2),
    quantileOfSorted(sorted, (1 + level) / 2),
  ];
  const [low, high] = interval(0.8);
  const within = levels.map((level) => {
    const [from, to] = interval(level);
    return from <= truth && truth <= to;
  });
  const above = levels.map((level) => interval(level)[0] > truth);
  return { truth, error: mean(sorted) - truth, width: high - low, within, above };
}

/** The sum over units, draw by draw: an interval of a total is never a sum of intervals. */
function totalOf(estimates: readonly Estimate[]): Estimate {
  const draws = Float64Array.from(at(estimates, 0).draws);
  for (const estimate of estimates.slice(1)) {
    for (let d = 0; d < draws.length; d += 1) draws[d] = at(draws, d) + at(estimate.draws, d);
  }
  return { draws, truth: estimates.reduce((total, { truth }) => total + truth, 0) };
}

function estimatesAt(generated: GeneratedPanel, fitted: Fitted, month: number): Estimate[] {
  return generated.units.flatMap(({ funded, backlog, backlogWithout }, i) => {
    const draws = funded ? fitted.avoidedAt(i, month) : null;
    return draws === null ? [] : [{ draws, truth: at(backlogWithout, month) - at(backlog, month) }];
  });
}

/**
 * How a fit did on a generated panel: whether intervals hold the true gap, how far and how wide, and where the truth ranks among the draws.
 * @param seed of the panel; it also decides ties and which unit is ranked
 */
export function scorePanel(generated: GeneratedPanel, fitted: Fitted, seed: number): PanelScore {
  const scored = horizons.map((month) => {
    const estimates = estimatesAt(generated, fitted, month);
    return { month, estimates, total: totalOf(estimates) };
  });
  const last = at(scored, scored.length - 1);
  const random = createRandom(seed, 'ranks');
  const one = at(last.estimates, Math.floor(random.uniform() * last.estimates.length));
  const rank = ({ draws, truth }: Estimate): number => rankBin(draws, truth, random);
  const rankParameter = (name: RankedParameter): number => {
    return rank({ draws: fitted.parameters[name], truth: generated.parameters[name] });
  };
  return {
    seed,
    horizons: scored.map(({ month, estimates, total }) => {
      return { month, units: estimates.map(score), total: score(total) };
    }),
    bins: {
      centre: rankParameter('centre'),
      spread: rankParameter('spread'),
      size: rankParameter('size'),
      deviation: rankParameter('deviation'),
      walkDeviation: rankParameter('walkDeviation'),
      unit: rank(one),
      total: rank(last.total),
    },
  };
}
