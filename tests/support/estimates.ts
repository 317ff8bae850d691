import { defaultAssumptions, type Assumptions } from '../../db/estimator/assumptions.ts';
import { alternativeClosings } from '../../db/estimator/closings/alternative.ts';
import { closingMonths } from '../../db/estimator/closings/months.ts';
import { drawGaps, type UnitDraw } from '../../db/estimator/drawGaps.ts';
import {
  estimateUnits,
  type EstimatedUnit,
  type EstimateOptions,
  type UnitEstimate,
} from '../../db/estimator/estimate.ts';
import { at } from '../../db/estimator/numbers.ts';
import type { UnitPanel } from '../../db/estimator/panel.ts';
import { prepareUnit } from '../../db/estimator/prepare.ts';
import { sortUnits } from '../../db/estimator/usable.ts';

/**
 * One ramp, and a productivity whose prior is so narrow that the data cannot move it: what is left is the luck of the months. What
 * left without investigation follows the work, so that its mean is closed.
 */
export const known: Assumptions = {
  ...defaultAssumptions,
  relativeProductivity: { mean: 0.8, deviation: 1e-4 },
  fixedSpread: 1e-4,
  rampMonths: [6],
  administrative: 'work',
};

/**
 * Where closings without investigation follow the work, of the `left` files as large a share is left as of the `closed` ones, whatever that share
 * came to: the variance of what is lost of both, for each share s, is this times s (1 - s).
 */
export function variedWithWork(closed: number, left: number): number {
  return closed * ((closed + left) / closed) ** 2 + left * ((closed - 1) / closed);
}

/** A short chain: enough for what holds in any. */
const shortChain = { seed: 11, chains: 1, sweeps: 150, burnIn: 50, thin: 1 } as const;

export function estimateOne(
  panel: UnitPanel,
  assumptions: Assumptions = defaultAssumptions,
  options: Partial<EstimateOptions> = {},
): UnitEstimate {
  return at(estimateUnits([panel], assumptions, { ...shortChain, ...options }).units, 0);
}

/** The estimate of a panel that is not refused. */
export function estimatedOne(
  panel: UnitPanel,
  assumptions: Assumptions = defaultAssumptions,
  options: Partial<EstimateOptions> = {},
): EstimatedUnit {
  const result = estimateOne(panel, assumptions, options);
  if (result.status === 'refused') throw new Error(`refused: ${JSON.stringify(result.reasons)}`);
  return result;
}

/** Files avoided at the last month with a known backlog, by draw. */
export function lastDraws(unit: EstimatedUnit): number[] {
  return [...(unit.draws.get(unit.asOf) ?? [])];
}

/**
 * Gaps of a panel by month since the funding when everything but the luck of the months is known: each draw has the same productivity, size,
 * and files closed by an FTE in a month; files that left without investigation follow the queue unless something else is assumed. Element [m][d] is month m, draw d.
 */
export function gapsGiven(
  panel: UnitPanel,
  assumptions: Assumptions,
  { productivity = 0.8, size = 10, level = 5, draws = 4000 } = {},
): readonly (readonly number[])[] {
  const usable = at(sortUnits([panel]).usable, 0);
  const unit = prepareUnit(usable, assumptions);
  const { administrative } = assumptions;
  const months = closingMonths(panel, usable.window);
  const closings = alternativeClosings(months, administrative === 'learned' ? 'queue' : administrative);
  const draw: UnitDraw = { productivity, rampIndex: 0, size, levelOf: () => level };
  const gaps = drawGaps(panel.unitId, unit, new Array<UnitDraw>(draws).fill(draw), closings, assumptions, 12);
  return gaps.map((each) => [...each]);
}

/** The figures of a result as text. V8's own serialisation depends on how the engine happens to hold an array; the figures do not. */
export function figuresOf(result: unknown): string {
  return JSON.stringify(result, (_, value: unknown) => {
    if (value instanceof Map) return [...value];
    return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
  });
}
