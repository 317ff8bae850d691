import { defaultAssumptions } from '../../db/estimator/assumptions.ts';
import { unitGaps } from '../../db/estimator/estimate.ts';
import { at } from '../../db/estimator/numbers.ts';
import type { UnitPanel } from '../../db/estimator/panel.ts';
import type { PosteriorDraw } from '../../db/estimator/sampler/chain.ts';
import { fitCapacity } from '../../db/estimator/sampler/fit.ts';
import { sortUnits } from '../../db/estimator/usable.ts';

/** One chain over a panel: what all units share, and each funded unit at its last month; by draw. */
export type PanelChain = {
  readonly shared: Readonly<Record<'centre' | 'spread' | 'size' | 'deviation' | 'ramp', Float64Array>>;
  readonly units: readonly {
    readonly unitId: string;
    readonly asOf: string;
    /** Open files, and what was avoided of them. */
    readonly backlog: number;
    readonly avoided: Int32Array;
  }[];
};

const burnIn = 600;

/** The panel's months are unlike each other by chance alone, and so they were taken to be where its posterior was sampled. */
const assumptions = {
  ...defaultAssumptions,
  relativeProductivity: { mean: 0.7, deviation: 0.5 },
  fixedWalk: 1e-4,
  fixedDrift: 0,
};

/** The chain of so many sweeps after its burn-in, one in two kept. */
export function runPanelChain(panels: readonly UnitPanel[], seed: number, sweeps: number): PanelChain {
  const { usable } = sortUnits(panels);
  const fit = fitCapacity(usable, assumptions, {
    seed,
    chains: 1,
    judged: false,
    sweeps: sweeps + burnIn,
    burnIn,
    thin: 2,
  });
  const shared = (read: (draw: PosteriorDraw) => number): Float64Array => Float64Array.from(fit.draws, read);
  return {
    shared: {
      centre: shared(({ centre }) => centre),
      spread: shared(({ spread }) => spread),
      size: shared(({ size }) => size),
      deviation: shared(({ deviation }) => deviation),
      ramp: shared(({ ramp }) => ramp),
    },
    units: usable.flatMap(({ panel, window }, index) => {
      const avoided = unitGaps(fit, index, assumptions, seed).at(-1);
      const backlog = at(panel.backlog, window.last);
      if (avoided === undefined || backlog === null) return [];
      return [{ unitId: panel.unitId, asOf: at(panel.months, window.last), backlog, avoided }];
    }),
  };
}
