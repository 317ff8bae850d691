import { defaultAssumptions } from '../../db/estimator/assumptions.ts';
import { planBasis, type PlanBasis } from '../../db/estimator/planning/basis.ts';
import { fitCapacity } from '../../db/estimator/sampler/fit.ts';
import { defaultSimulation, simulatePanels } from '../../db/estimator/simulate.ts';
import { sortUnits } from '../../db/estimator/usable.ts';

/** What plans of simulated units start from, after a short chain: enough for laws that hold in every draw. */
export function simulatedBasis(units: number, draws: number, productivity = 0.9): PlanBasis {
  const truth = { productivity, spread: 0.05, rampMonths: 6 };
  const simulated = simulatePanels({ ...defaultSimulation, units, funded: Math.ceil(units / 2), months: 72, truth });
  const { usable } = sortUnits(simulated.map(({ panel }) => panel));
  const fit = fitCapacity(usable, defaultAssumptions, { seed: 5, chains: 1, sweeps: 260, burnIn: 160, thin: 1 });
  return planBasis(fit, defaultAssumptions, 5, draws);
}
