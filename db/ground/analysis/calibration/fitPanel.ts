import { defaultAssumptions, type Assumptions } from '../assumptions.ts';
import { unitGaps } from '../estimate.ts';
import { at } from '../numbers.ts';
import type { UnitPanel } from '../panel.ts';
import { createRandom } from '../random.ts';
import { defaultChain, fitCapacity, type CapacityFit } from '../sampler/fit.ts';
import { sortUnits } from '../usable.ts';
import type { Fitted, RankedParameter } from './fitted.ts';
import type { ModelOptions } from './scenarios.ts';

/** How long the sampler runs: sweeps, of which the first are thrown away. */
export type SamplerLength = { readonly sweeps: number; readonly burnIn: number };

/** Deviation of what is taken for granted: a prior so narrow that the data cannot move it, yet a proper one. */
const fixedDeviation = 1e-3;

function assumptionsOf({ fixedProductivity, circumstances, independentLuck }: ModelOptions): Assumptions {
  const coupled: Assumptions = {
    ...defaultAssumptions,
    coupling: independentLuck ? 'independent' : 'shared',
    fixedDeviation: circumstances ? null : fixedDeviation,
  };
  if (fixedProductivity === null) return coupled;
  return {
    ...coupled,
    relativeProductivity: { mean: fixedProductivity, deviation: fixedDeviation },
    fixedSpread: fixedDeviation,
  };
}

/** Draws of the gap, unit by unit when first asked for; null in a month that the estimate leaves without an answer. */
function gapsOf(
  panels: readonly UnitPanel[],
  fit: CapacityFit,
  assumptions: Assumptions,
  seed: number,
): Fitted['avoidedAt'] {
  const found = new Map<number, readonly Int32Array[]>();
  return (unit, month) => {
    const { unitId, backlog } = at(panels, unit);
    const index = fit.data.units.findIndex(({ panel }) => panel.unitId === unitId);
    if (index < 0 || at(backlog, month) === null) return null;
    const { fundingStart } = at(fit.data.units, index).window;
    const gaps = found.get(index) ?? unitGaps(fit, index, assumptions, seed);
    found.set(index, gaps);
    return fundingStart === null ? null : (gaps[month - fundingStart] ?? null);
  };
}

/**
 * The capacity model on a generated panel, with the default assumptions but for `options`.
 * @param seed of the panel: the sampler's own follows from it, so that no stream of the two is the same
 */
export function fitPanel(
  panels: readonly UnitPanel[],
  options: ModelOptions,
  seed: number,
  length: SamplerLength = defaultChain,
): Fitted & { readonly effectiveSampleSize: number } {
  const assumptions = assumptionsOf(options);
  const own = createRandom(seed, 'sampler').uint32();
  const fit = fitCapacity(sortUnits(panels).usable, assumptions, { seed: own, ...length });
  const parameter = (name: RankedParameter): number[] => fit.draws.map((draw) => draw[name]);
  return {
    parameters: {
      centre: parameter('centre'),
      spread: parameter('spread'),
      size: parameter('size'),
      deviation: parameter('deviation'),
      walkDeviation: parameter('walkDeviation'),
    },
    avoidedAt: gapsOf(panels, fit, assumptions, own),
    effectiveSampleSize: fit.worst?.effective ?? 0,
  };
}
