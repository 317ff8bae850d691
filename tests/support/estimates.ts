import { defaultAssumptions, type Assumptions } from '../../db/estimator/assumptions.ts';
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
 * One ramp, and a productivity whose prior is so narrow that the data cannot move it: what is left is the luck of the months. All that left
 * follows the staff, so that its law is closed.
 */
export const known: Assumptions = {
  ...defaultAssumptions,
  relativeProductivity: { mean: 0.8, deviation: 1e-4 },
  fixedSpread: 1e-4,
  rampMonths: [6],
  administrative: 'thinned',
};

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
 * and files closed by an FTE in a month. Element [m][d] is month m, draw d.
 */
export function gapsGiven(
  panel: UnitPanel,
  assumptions: Assumptions,
  { productivity = 0.8, size = 10, level = 5, draws = 4000 } = {},
): readonly (readonly number[])[] {
  const unit = prepareUnit(at(sortUnits([panel]).usable, 0), assumptions);
  const draw: UnitDraw = { productivity, rampIndex: 0, size, levels: new Float64Array(unit.months.length).fill(level) };
  const gaps = drawGaps(panel.unitId, unit, new Array<UnitDraw>(draws).fill(draw), assumptions, 12);
  return gaps.map((each) => [...each]);
}

/** The figures of a result as text. V8's own serialisation depends on how the engine happens to hold an array; the figures do not. */
export function figuresOf(result: unknown): string {
  return JSON.stringify(result, (_, value: unknown) => {
    if (value instanceof Map) return [...value];
    return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
  });
}
