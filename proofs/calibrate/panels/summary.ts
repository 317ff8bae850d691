import { at, mean, sum } from '../../../db/estimator/numbers.ts';
import { countBins, uniformityP } from './ranks.ts';
import {
  horizons,
  levels,
  rankedQuantities,
  type HorizonScore,
  type PanelScore,
  type Place,
  type RankedQuantity,
} from './score.ts';

/** A mean over panels and its standard error. */
export type Estimated = { readonly value: number; readonly standardError: number };

export type HorizonSummary = {
  readonly month: number;
  /** Funded units judged, all panels together. */
  readonly units: number;
  /** Share of units, and of panel totals, whose 50, 80 and 95 % intervals hold the true gap. */
  readonly unitCoverage: readonly Estimated[];
  readonly totalCoverage: readonly Estimated[];
  /** Share of panel totals whose intervals lie wholly above the true gap; where that is none, they are false positives. */
  readonly totalAbove: readonly Estimated[];
  /** Mean over units: error of the posterior mean, true gap, root mean squared error, width of the 80 % interval. Files. */
  readonly bias: Estimated;
  readonly gap: number;
  readonly rootMeanSquare: number;
  readonly width: number;
};

export type Summary = {
  readonly panels: number;
  readonly horizons: readonly HorizonSummary[];
  /** Panels in each tenth and p-value of uniform ranks. They are uniform only when the truth is drawn from the priors. */
  readonly uniformity: readonly {
    readonly of: RankedQuantity;
    readonly counts: readonly number[];
    readonly p: number;
  }[];
};

/** Panels are independent, units of a panel are not: the error comes from the spread of panel means. */
function acrossPanels(values: readonly number[]): Estimated {
  const value = mean(values);
  const square = sum(values.map((each) => (each - value) ** 2));
  return { value, standardError: Math.sqrt(square / (values.length - 1) / values.length) };
}

function shareOf(scores: readonly PanelScore[], has: (score: PanelScore) => boolean): Estimated {
  return acrossPanels(scores.map((score) => Number(has(score))));
}

function summariseHorizon(scores: readonly PanelScore[], index: number): HorizonSummary {
  const byPanel = scores.map((score) => at(score.horizons, index));
  const units = sum(byPanel.map((panel) => panel.units));
  const meanOf = (read: (panel: HorizonScore) => number): number => sum(byPanel.map(read)) / units;
  const totals = (place: Place): Estimated[] =>
    levels.map((_, level) => shareOf(scores, ({ horizons: each }) => at(at(each, index).total, level) === place));
  return {
    month: at(horizons, index),
    units,
    unitCoverage: levels.map((_, level) => acrossPanels(byPanel.map((panel) => at(panel.inside, level) / panel.units))),
    totalCoverage: totals('inside'),
    totalAbove: totals('above'),
    bias: acrossPanels(byPanel.map((panel) => panel.error / panel.units)),
    gap: meanOf(({ truth }) => truth),
    rootMeanSquare: Math.sqrt(meanOf(({ squares }) => squares)),
    width: meanOf(({ width }) => width),
  };
}

/** @param scores of at least two panels; RangeError otherwise */
export function summarise(scores: readonly PanelScore[]): Summary {
  if (scores.length < 2) throw new RangeError('A summary needs two panels or more.');
  return {
    panels: scores.length,
    horizons: horizons.map((_, index) => summariseHorizon(scores, index)),
    uniformity: rankedQuantities.map((of) => {
      const counts = countBins(scores.map(({ bins }) => bins[of]));
      return { of, counts, p: uniformityP(counts) };
    }),
  };
}
