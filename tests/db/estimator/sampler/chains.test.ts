import { learnClosings } from '../../../../db/estimator/closings/learn.ts';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../db/estimator/assumptions.ts';
import { estimateUnits } from '../../../../db/estimator/estimate.ts';
import { layOut } from '../../../../db/estimator/sampler/data.ts';
import { worstOf } from '../../../../db/estimator/sampler/convergence.ts';
import {
  fitCapacity,
  lengthFor,
  pool,
  runChains,
  type CapacityFit,
  type ChainResult,
} from '../../../../db/estimator/sampler/fit.ts';
import { defaultSimulation, simulatePanels } from '../../../../db/estimator/simulate.ts';
import { chainsByThread, poolChains, runClosingsTask, runTask } from '../../../../db/estimator/tasks.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';
import { figuresOf } from '../../../support/estimates.ts';
import { inThread } from '../../../support/inThread.ts';
import { isWhole } from '../../../support/whole.ts';

const settings = { ...defaultSimulation, units: 10, funded: 6, months: 40, decisionMonth: 18, seed: 3 };
const panels = simulatePanels(settings).map(({ panel }) => panel);
const { usable } = sortUnits(panels);
const data = layOut(usable, defaultAssumptions);
const short = { seed: 1, sweeps: 90, burnIn: 40, thin: 1 };

describe('several chains of one posterior', () => {
  it('are four, of which each is carried on by as many draws, and each is another', () => {
    const { draws, diagnostics } = fitCapacity(usable, defaultAssumptions, short);
    expect([diagnostics.chains, diagnostics.sweeps, draws.length]).toEqual([4, 90, 200]);
    expect(new Set(draws.map(({ centre }) => centre)).size).toBe(200);
    const alone = fitCapacity(usable, defaultAssumptions, { ...short, chains: 1 });
    expect(figuresOf(draws.slice(0, 50))).toBe(figuresOf(alone.draws));
  });

  it('carry on evenly chosen draws, not more than there is use for', () => {
    const all = fitCapacity(usable, defaultAssumptions, { ...short, chains: 2 }).draws;
    const { draws } = fitCapacity(usable, defaultAssumptions, { ...short, chains: 2, carried: 25 });
    expect(draws.map(({ centre }) => centre)).toEqual(
      all.flatMap(({ centre }, d) => (d % 50 < 48 && (d % 50) % 4 === 3 ? [centre] : [])),
    );
  });

  it('say the same whichever thread runs them, and in whatever order these end', () => {
    const whole = fitCapacity(usable, defaultAssumptions, short);
    const byPlace = new Map<number, ChainResult>();
    for (const place of [3, 1, 2, 0]) {
      const [chain] = runChains(data, defaultAssumptions, { ...short, places: [place] });
      byPlace.set(place, chain!);
    }
    const chains = [0, 1, 2, 3].map((place) => byPlace.get(place)!);
    const shared = pool(data, chains, learnClosings(data.units, short), worstOf(chains.map(({ figures }) => figures!)));
    expect(figuresOf(shared)).toBe(figuresOf(whole));
  });

  it('are longer where there are fewer data, and as long as each other', () => {
    const many = { ...data, count: new Float64Array(3400) };
    expect(lengthFor(many)).toEqual({ sweeps: 2300, burnIn: 500, thin: 3 });
    expect(lengthFor(data).sweeps).toBe(4600);
    // Of 22 units over five years one total in three had too few effective draws to be graded.
    const some = { ...data, count: new Float64Array(1320) };
    expect(lengthFor(some)).toEqual({ sweeps: 4547, burnIn: 947, thin: 6 });
  });
});

describe('the application’s own chains', () => {
  const sampler = new URL('../../../../db/estimator/sampler/fit.ts', import.meta.url);
  const engine = new URL('../../../../db/estimator/estimate.ts', import.meta.url);
  const input = { panels, assumptions: defaultAssumptions, seed: 1, reference: null };

  it.runIf(isWhole)('are the same bytes from one thread and from two, and have converged', async () => {
    const [alone, first, second] = await Promise.all([
      inThread(engine, estimateUnits, panels, defaultAssumptions, { seed: 1 }),
      ...chainsByThread.map((places) => inThread(sampler, runChains, data, defaultAssumptions, { seed: 1, places })),
    ]);
    const ordered = [first![0]!, second![0]!, first![1]!, second![1]!];
    const posterior = poolChains(
      input,
      ordered,
      runClosingsTask(input),
      worstOf(ordered.map(({ figures }) => figures!)),
    );
    expect(figuresOf(runTask('estimate', { ...input, posterior }, () => undefined))).toBe(figuresOf(alone));
    expect(alone.fit).toMatchObject({ chains: 4, sweeps: 4600 });
    expect(alone.fit!.rHat).toBeLessThan(1.01);
    expect(alone.fit!.effectiveSampleSize).toBeGreaterThan(400);
  });

  it('make no reference where they disagree: elsewhere nobody could see it', () => {
    const fit = fitCapacity(usable, defaultAssumptions, { ...short, judged: false });
    const asked = (worst: CapacityFit['worst']) =>
      runTask('reference', { ...input, posterior: { basis: 'estimated', fit: { ...fit, worst } } }, () => undefined);
    expect(asked({ rHat: 1.01, effective: 400 })).not.toBeNull();
    expect(asked({ rHat: 1.02, effective: 400 })).toBeNull();
    expect(asked({ rHat: 1, effective: 399 })).toBeNull();
    expect(asked(null)).toBeNull();
  });

  it('hand over the first of each thread early: its beginning, of which nobody knows yet how reliable it is', () => {
    const early: ChainResult[] = [];
    const places = [1];
    const options = {
      ...short,
      places,
      early: { draws: 30, chains: 2, onEarly: (chain: ChainResult) => early.push(chain) },
    };
    const [whole] = runChains(data, defaultAssumptions, options);
    expect(early.map(({ draws, sweeps }) => [draws.length, sweeps])).toEqual([[30, 70]]);
    expect(figuresOf(early[0]!.draws)).toBe(figuresOf(whole!.draws.slice(0, 30)));
    const posterior = poolChains(input, early, runClosingsTask(input), null);
    expect(runTask('estimate', { ...input, posterior }, () => undefined)).toMatchObject({
      fit: { chains: 1, rHat: null, effectiveSampleSize: null },
    });
  });
});
