import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../db/estimator/assumptions.ts';
import { normalQuantile } from '../../../../db/estimator/distributions.ts';
import { summariseFit } from '../../../../db/estimator/posterior.ts';
import { createRandom } from '../../../../db/estimator/random.ts';
import { convergenceOf, partsOf, worstOf, worstOfParts } from '../../../../db/estimator/sampler/convergence.ts';
import { layOut } from '../../../../db/estimator/sampler/data.ts';
import { figuresIn } from '../../../../db/estimator/sampler/figures.ts';
import { runChain } from '../../../../db/estimator/sampler/chain.ts';
import { fitCapacity } from '../../../../db/estimator/sampler/fit.ts';
import { fitWithReference, toReference } from '../../../../db/estimator/sampler/reference.ts';
import { defaultSimulation, simulatePanels } from '../../../../db/estimator/simulate.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';

/** Four stationary autoregressive chains. */
function chains(length: number, rho: number, label: string): Float64Array[] {
  return [0, 1, 2, 3].map((number) => {
    const random = createRandom(7, `${label} ${number}`);
    let last = random.normal();
    return Float64Array.from({ length }, () => (last = rho * last + Math.sqrt(1 - rho * rho) * random.normal()));
  });
}

describe('the convergence of chains', () => {
  it('counts independent draws as they are, and dependent ones for what they are worth', () => {
    const free = convergenceOf(chains(2000, 0, 'free'))!;
    expect(free.rHat).toBeLessThan(1.005);
    expect(free.bulk / 8000).toBeCloseTo(1, 0);
    const bound = convergenceOf(chains(10_000, 0.9, 'bound'))!;
    expect(bound.bulk / (40_000 / 19)).toBeGreaterThan(0.8);
    expect(bound.bulk / (40_000 / 19)).toBeLessThan(1.2);
    expect(bound.tail).toBeGreaterThan(bound.bulk / 2);
  });

  it('sees a chain at another place, and one of another spread, which R-hat of the means alone does not', () => {
    const [first, ...rest] = chains(500, 0.3, 'place');
    expect(convergenceOf([first!.map((value) => value + 1), ...rest])!.rHat).toBeGreaterThan(1.05);
    expect(convergenceOf([first!.map((value) => 4 * value), ...rest])!.rHat).toBeGreaterThan(1.05);
    expect(convergenceOf([first!, ...rest])!.rHat).toBeLessThan(1.02);
  });

  it('sees chains that drift together, and has nothing to say of a figure that is set', () => {
    const drifting = chains(500, 0, 'drift').map((chain) => chain.map((value, t) => value + t / 100));
    expect(convergenceOf(drifting)!.rHat).toBeGreaterThan(1.2);
    expect(convergenceOf([0, 1].map(() => new Float64Array(100).fill(3)))).toBeNull();
    expect(convergenceOf([0, 1].map((value) => new Float64Array(100).fill(value)))!.rHat).toBeGreaterThan(100);
    expect(() => convergenceOf([new Float64Array(9), new Float64Array(8)])).toThrow(RangeError);
  });
});

describe('the convergence of a fit', () => {
  const panels = simulatePanels({ ...defaultSimulation, units: 12, funded: 6, months: 60 }).map(({ panel }) => panel);
  const { usable } = sortUnits(panels);
  const length = { sweeps: 300, burnIn: 100, thin: 1 };
  const fit = fitCapacity(usable, defaultAssumptions, { seed: 3, chains: 2, ...length });
  const data = layOut(usable, defaultAssumptions);
  const draws = [0, 1].map((place) => runChain(data, defaultAssumptions, 3, place, length).draws);
  const none = draws.map((each) => new Float64Array(each.length));
  const worst = (chains: typeof draws, totals = none) =>
    worstOf(chains.map((each, place) => figuresIn(data, each, totals[place]!)))!;

  it('is that of its worst figure, over all chains', () => {
    const shown = summariseFit(fit, defaultAssumptions);
    const { rHat, effective } = worst(draws);
    expect(shown.rHat).toBeGreaterThanOrEqual(rHat);
    expect(shown.effectiveSampleSize).toBeLessThanOrEqual(effective);
    expect(shown.rHat).toBeLessThan(1.4);
    expect(shown).toMatchObject({ chains: 2, sweeps: 300 });
  });

  it('is the same where its figures are judged in parts', () => {
    const figures = draws.map((each, place) => figuresIn(data, each, none[place]!));
    for (const parts of [2, 3]) expect(worstOfParts(partsOf(figures, parts).map(worstOf))).toEqual(worst(draws));
    expect(worstOfParts([worst(draws), null])).toBeNull();
  });

  it('sees a single figure that drifts, whichever it is: a month, the slope of the inflow, or the files avoided in all', () => {
    const { rHat } = worst(draws);
    expect(rHat).toBeLessThan(1.4);
    const drifting = draws.map((each) =>
      each.map((draw, d) => {
        const logMonth = draw.logMonth.slice();
        logMonth[17] = d;
        return { ...draw, logMonth };
      }),
    );
    expect(worst(drifting).rHat).toBeGreaterThan(1.5);
    const sloping = draws.map((each, place) =>
      each.map((draw) => ({ ...draw, inflowSlope: draw.inflowSlope + 9 * place })),
    );
    expect(worst(sloping).rHat).toBeGreaterThan(1.5);
    const apart = draws.map((each, place) => Float64Array.from(each, (_, d) => 9 * place + (d % 7)));
    expect(worst(draws, apart).rHat).toBeGreaterThan(1.5);
  });

  it('sees a chain that found another answer, which no chain does of itself', () => {
    const other = fitCapacity(
      usable,
      { ...defaultAssumptions, relativeProductivity: { mean: 4, deviation: 0.05 } },
      {
        seed: 3,
        chains: 1,
        ...length,
      },
    );
    expect(worst([draws[0]!, other.draws]).rHat).toBeGreaterThan(1.1);
  });

  it('is not judged where nobody asked', () => {
    const quick = fitCapacity(usable, defaultAssumptions, { seed: 3, chains: 1, judged: false, ...length });
    expect(summariseFit(quick, defaultAssumptions).rHat).toBeNull();
  });

  it('is not measured where a reference says what units share', () => {
    const own = fitWithReference(usable.slice(0, 2), defaultAssumptions, toReference(fit, defaultAssumptions), {
      seed: 1,
    });
    const shown = summariseFit(own, defaultAssumptions);
    expect([shown.rHat, shown.effectiveSampleSize]).toEqual([null, null]);
  });
});

it('quantiles of the normal distribution have seven digits', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 6);
  expect(normalQuantile(0.5)).toBe(0);
});
