import { defaultAssumptions } from '../../db/estimator/assumptions.ts';
import { at, mean } from '../../db/estimator/numbers.ts';
import type { UnitPanel } from '../../db/estimator/panel.ts';
import { runChain, type PosteriorDraw } from '../../db/estimator/sampler/chain.ts';
import { convergenceOf } from '../../db/estimator/sampler/convergence.ts';
import { layOut } from '../../db/estimator/sampler/data.ts';
import { sortUnits } from '../../db/estimator/usable.ts';

/** Mean and deviation of a posterior, and the Monte Carlo error of the mean. */
export type Law = { readonly mean: number; readonly sd: number; readonly error: number };

const chains = 4;
/** What each reference takes for granted: that of version 10 knows no drift, and has another prior of the productivity. */
const assumptionsOf = {
  drift: { ...defaultAssumptions, rampMonths: [6] },
  months: {
    ...defaultAssumptions,
    relativeProductivity: { mean: 0.7, deviation: 0.5 },
    fixedDrift: 0,
    rampMonths: [6],
  },
};

/** A parameter by its name: one of all units, or the name of several and which of them. */
function read(draw: PosteriorDraw, parameter: string): number {
  const [name = '', place] = parameter.split(' ');
  const value = draw[name as keyof PosteriorDraw];
  return typeof value === 'number' ? value : at(value, Number(place));
}

export function describeMonths(
  panels: readonly UnitPanel[],
  model: keyof typeof assumptionsOf,
  parameters: readonly string[],
  sweeps: number,
): Readonly<Record<string, Law>> {
  const assumptions = assumptionsOf[model];
  const length = { sweeps, burnIn: 1000, thin: 2 };
  const data = layOut(sortUnits(panels).usable, assumptions);
  const draws = Array.from({ length: chains }, (_, place) => runChain(data, assumptions, 5, place, length).draws);
  return Object.fromEntries(
    parameters.map((parameter) => {
      const values = draws.map((own) => Float64Array.from(own, (draw) => read(draw, parameter)));
      const all = values.flatMap((own) => [...own]);
      const centre = mean(all);
      const sd = Math.sqrt(mean(all.map((value) => (value - centre) ** 2)));
      return [parameter, { mean: centre, sd, error: sd / Math.sqrt(convergenceOf(values)?.bulk ?? 1) }];
    }),
  );
}
