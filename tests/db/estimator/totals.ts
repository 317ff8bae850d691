import { defaultAssumptions, type Assumptions } from '../../../db/estimator/assumptions.ts';
import { generatePanel } from '../../../proofs/calibrate/panels/generate.ts';
import { scenarios, type ScenarioName } from '../../../proofs/calibrate/panels/scenarios.ts';
import { unitGaps } from '../../../db/estimator/estimate.ts';
import { at, mean, quantileOfSorted } from '../../../db/estimator/numbers.ts';
import { fitCapacity } from '../../../db/estimator/sampler/fit.ts';
import { sortUnits } from '../../../db/estimator/usable.ts';

const chain = { chains: 1, judged: false, sweeps: 450, burnIn: 200, thin: 1 };

type Total = { readonly truth: number; readonly mean: number; readonly inside: boolean };

function totalOf(scenario: ScenarioName, assumptions: Assumptions, seed: number): Total {
  const { panels, units } = generatePanel(scenarios[scenario], seed);
  const fit = fitCapacity(sortUnits(panels).usable, assumptions, { ...chain, seed });
  const draws = new Float64Array(fit.draws.length);
  let truth = 0;
  fit.data.units.forEach(({ panel, window }, index) => {
    if (window.fundingStart === null) return;
    const gap = at(unitGaps(fit, index, assumptions, seed), window.last - window.fundingStart);
    for (let d = 0; d < draws.length; d += 1) draws[d] = at(draws, d) + at(gap, d);
    const { backlog, backlogWithout } = at(units, panels.indexOf(panel));
    truth += at(backlogWithout, window.last) - at(backlog, window.last);
  });
  draws.sort();
  const inside = quantileOfSorted(draws, 0.1) <= truth && truth <= quantileOfSorted(draws, 0.9);
  return { truth, mean: mean(draws), inside };
}

/** Over panels: how many of the 80 % intervals of the total hold its truth, and how far above it the means are, as a share of it. */
export function judgeTotals(
  scenario: ScenarioName,
  changes: Partial<Assumptions>,
  seeds: readonly number[],
): { readonly inside: number; readonly bias: number } {
  const totals = seeds.map((seed) => totalOf(scenario, { ...defaultAssumptions, ...changes }, seed));
  const bias = mean(totals.map((total) => total.mean - total.truth)) / mean(totals.map(({ truth }) => truth));
  return { inside: totals.filter(({ inside }) => inside).length, bias };
}
