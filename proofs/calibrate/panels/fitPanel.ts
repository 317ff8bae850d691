import { defaultAssumptions, type Assumptions } from '../../../db/estimator/assumptions.ts';
import { estimateUnits, fitUnits, type Estimation } from '../../../db/estimator/estimate.ts';
import { at } from '../../../db/estimator/numbers.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import { sortUnits } from '../../../db/estimator/usable.ts';
import type { Fitted, RankedParameter } from './fitted.ts';
import type { ModelOptions } from './scenarios.ts';

/** How long each chain of the sampler runs: sweeps, of which the first are thrown away. */
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

/** Draws of the gap, as the estimate has them; null where it leaves a month, or a unit, without an answer. */
function gapsOf(panels: readonly UnitPanel[], estimation: () => Estimation): Fitted['avoidedAt'] {
  return (index, month) => {
    const { unitId, months } = at(panels, index);
    const unit = estimation().units.find((each) => each.unitId === unitId);
    return unit?.status === 'estimated' ? (unit.draws.get(at(months, month)) ?? null) : null;
  };
}

export type FittedPanel = Fitted & {
  /** Made when first asked for. */
  readonly estimation: () => Estimation;
  readonly assumptions: Assumptions;
  /** The sampler's own. */
  readonly seed: number;
};

/**
 * The application's estimate of a generated panel, with the default assumptions but for `options`.
 * @param seed of the panel: the sampler's own follows from it, so that no stream of the two is the same
 * @param length null: as the application samples
 */
export function fitPanel(
  panels: readonly UnitPanel[],
  options: ModelOptions,
  seed: number,
  length: SamplerLength | null = null,
): FittedPanel {
  const assumptions = assumptionsOf(options);
  const own = createRandom(seed, 'sampler').uint32();
  const sampler = { seed: own, ...length };
  const posterior = fitUnits(sortUnits(panels).usable, assumptions, sampler);
  let made: Estimation | undefined;
  const estimation = (): Estimation => (made ??= estimateUnits(panels, assumptions, { ...sampler, posterior }));
  const parameter = (name: RankedParameter): number[] => posterior.fit.draws.map((draw) => draw[name]);
  return {
    parameters: {
      centre: parameter('centre'),
      spread: parameter('spread'),
      size: parameter('size'),
      deviation: parameter('deviation'),
      walkDeviation: parameter('walkDeviation'),
    },
    avoidedAt: gapsOf(panels, estimation),
    estimation,
    assumptions,
    seed: own,
  };
}
