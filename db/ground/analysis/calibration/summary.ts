import { at, mean, sum } from '../numbers.ts';
import { countBins, uniformityP } from './ranks.ts';
import { horizons, levels, rankedQuantities, type PanelScore, type RankedQuantity } from './score.ts';

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

function shareWithin(found: readonly { readonly within: readonly boolean[] }[], level: number): number {
  return mean(found.map(({ within }) => Number(at(within, level))));
}

function summariseHorizon(scores: readonly PanelScore[], index: number): HorizonSummary {
  const byPanel = scores.map((score) => at(score.horizons, index));
  const units = byPanel.flatMap((panel) => panel.units);
  return {
    month: at(horizons, index),
    units: units.length,
    unitCoverage: levels.map((_, level) => acrossPanels(byPanel.map((panel) => shareWithin(panel.units, level)))),
    totalCoverage: levels.map((_, level) => acrossPanels(byPanel.map(({ total }) => shareWithin([total], level)))),
    totalAbove: levels.map((_, level) => acrossPanels(byPanel.map(({ total }) => Number(at(total.above, level))))),
    bias: acrossPanels(byPanel.map((panel) => mean(panel.units.map((unit) => unit.error)))),
    gap: mean(units.map((unit) => unit.truth)),
    rootMeanSquare: Math.sqrt(mean(units.map((unit) => unit.error ** 2))),
    width: mean(units.map((unit) => unit.width)),
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
