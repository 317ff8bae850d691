import { at } from '../numbers.ts';
import { levels, type RankedQuantity } from './score.ts';
import type { Summary } from './summary.ts';

/** A range in which a calibrated estimator's figure falls but for about three standard errors. */
type Band = { readonly low: number; readonly high: number };

type Bands = {
  /** Fewest panels for which the ranges are meant. */
  readonly panels: number;
  /** One for each of `levels`; null = not judged. */
  readonly unitCoverage: readonly Band[];
  readonly totalCoverage: readonly Band[] | null;
  /** Largest absolute bias as a share of the mean true gap. */
  readonly bias: number | null;
  /** Smallest p-value of uniform ranks. */
  readonly uniformity: number | null;
};

/** Largest first. 50 % intervals hold more than half because many gaps tie at zero. Source: Vigie method note, section 6. */
const bandsByPanels: readonly Bands[] = [
  {
    panels: 100,
    unitCoverage: [
      { low: 0.45, high: 0.6 },
      { low: 0.75, high: 0.86 },
      { low: 0.915, high: 0.985 },
    ],
    totalCoverage: [
      { low: 0.35, high: 0.65 },
      { low: 0.68, high: 0.9 },
      { low: 0.88, high: 1 },
    ],
    bias: 0.06,
    uniformity: 0.005,
  },
  {
    panels: 20,
    unitCoverage: [
      { low: 0.4, high: 0.65 },
      { low: 0.7, high: 0.91 },
      { low: 0.89, high: 1 },
    ],
    totalCoverage: null,
    bias: null,
    uniformity: null,
  },
];

export type Verdict = {
  readonly measure: 'unitCoverage' | 'totalCoverage' | 'bias' | 'uniformity';
  /** Month index of a coverage or bias; quantity of a rank. */
  readonly of: number | RankedQuantity;
  /** Level of a coverage; null for the others. */
  readonly level: number | null;
  readonly value: number;
  readonly band: Band;
  readonly passes: boolean;
};

function judgeHorizons(summary: Summary, bands: Bands): Omit<Verdict, 'passes'>[] {
  return summary.horizons.flatMap((horizon) => {
    const coverage = (measure: 'unitCoverage' | 'totalCoverage'): Omit<Verdict, 'passes'>[] =>
      (bands[measure] ?? []).map((band, i) => {
        return { measure, of: horizon.month, level: at(levels, i), value: at(horizon[measure], i).value, band };
      });
    const judged = [...coverage('unitCoverage'), ...coverage('totalCoverage')];
    if (bands.bias === null) return judged;
    const band = { low: -bands.bias, high: bands.bias };
    const value = horizon.bias.value / horizon.gap;
    return [...judged, { measure: 'bias' as const, of: horizon.month, level: null, value, band }];
  });
}

function judgeRanks(summary: Summary, least: number): Omit<Verdict, 'passes'>[] {
  return summary.uniformity.map(({ of, p }) => {
    return { measure: 'uniformity' as const, of, level: null, value: p, band: { low: least, high: 1 } };
  });
}

/**
 * Every figure of a run whose truth was drawn from the priors against its band.
 * @returns null with fewer than 20 panels: chance alone would decide
 */
export function judge(summary: Summary): readonly Verdict[] | null {
  const bands = bandsByPanels.find(({ panels }) => summary.panels >= panels);
  if (bands === undefined) return null;
  const judged = judgeHorizons(summary, bands);
  if (bands.uniformity !== null) judged.push(...judgeRanks(summary, bands.uniformity));
  return judged.map((each) => {
    return { ...each, passes: each.value >= each.band.low && each.value <= each.band.high };
  });
}
