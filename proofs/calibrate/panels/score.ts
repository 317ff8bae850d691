import { at, mean, quantileOfSorted, square, sum } from '../../../db/estimator/numbers.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import type { Fitted, RankedParameter } from './fitted.ts';
import type { GeneratedPanel } from './generate.ts';
import { rankBin } from './ranks.ts';

/** Indices of the months judged: 15, 23 and 31 months after the decision, all once every funding has begun. */
export const horizons = [43, 51, 59] as const;
export const levels = [0.5, 0.8, 0.95] as const;

/** Where a truth lies: inside an interval, or the interval wholly above it (too much is said for the funding), or wholly below. */
export type Place = 'inside' | 'above' | 'below';

/** One for each of `levels`. */
export type Places = readonly Place[];

/** Files; sums over the funded units of a panel that the fit has draws for. */
export type HorizonScore = {
  readonly units: number;
  /** How many of them have their true gap inside their interval, for each of `levels`. */
  readonly inside: readonly number[];
  readonly truth: number;
  /** Posterior mean minus truth, and its square. */
  readonly error: number;
  readonly squares: number;
  /** Width of the 80 % interval. */
  readonly width: number;
  readonly total: Places;
};

export const rankedQuantities = ['centre', 'spread', 'size', 'deviation', 'walkDeviation', 'unit', 'total'] as const;
export type RankedQuantity = (typeof rankedQuantities)[number];

export type PanelScore = {
  readonly seed: number;
  /** One for each of `horizons`. */
  readonly horizons: readonly HorizonScore[];
  /** Tenth in which the truth falls among the draws; unit (one at random) and total at the last horizon. */
  readonly bins: Readonly<Record<RankedQuantity, number>>;
};

export type Estimate = { readonly draws: ArrayLike<number>; readonly truth: number };

/** Files. */
type Scored = {
  readonly places: Places;
  readonly truth: number;
  readonly error: number;
  readonly width: number;
};

function placeIn(sorted: Float64Array, truth: number, level: number): Place {
  if (quantileOfSorted(sorted, (1 - level) / 2) > truth) return 'above';
  return quantileOfSorted(sorted, (1 + level) / 2) < truth ? 'below' : 'inside';
}

export function scoreOne({ draws, truth }: Estimate): Scored {
  const sorted = Float64Array.from(draws).sort();
  return {
    places: levels.map((level) => placeIn(sorted, truth, level)),
    truth,
    error: mean(sorted) - truth,
    width: quantileOfSorted(sorted, 0.9) - quantileOfSorted(sorted, 0.1),
  };
}

export function placesOf(estimate: Estimate): Places {
  return scoreOne(estimate).places;
}

function scoreUnits(estimates: readonly Estimate[]): Omit<HorizonScore, 'total'> {
  const scores = estimates.map(scoreOne);
  return {
    units: scores.length,
    inside: levels.map((_, i) => scores.filter(({ places }) => places[i] === 'inside').length),
    truth: sum(scores.map(({ truth }) => truth)),
    error: sum(scores.map(({ error }) => error)),
    squares: sum(scores.map(({ error }) => square(error))),
    width: sum(scores.map(({ width }) => width)),
  };
}

/** The sum over units, draw by draw: an interval of a total is never a sum of intervals. */
export function totalOf(estimates: readonly Estimate[]): Estimate {
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
    return { estimates, total: totalOf(estimates) };
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
    horizons: scored.map(({ estimates, total }) => ({ ...scoreUnits(estimates), total: placesOf(total) })),
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
