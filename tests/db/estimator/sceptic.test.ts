import { beforeAll, describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { estimateUnits, type Estimation, type Sceptic } from '../../../db/estimator/estimate.ts';
import type { PosteriorDraw } from '../../../db/estimator/sampler/chain.ts';
import { resample, scepticalOf } from '../../../db/estimator/sceptic.ts';
import { scepticTotal } from '../../../db/estimator/scepticTotal.ts';
import { defaultSimulation, simulatePanels } from '../../../db/estimator/simulate.ts';
import type { Summary } from '../../../db/estimator/summary.ts';
import { inThread } from '../../support/inThread.ts';

const truth = { productivity: 0.8, spread: 0.1, rampMonths: 6 };
const settings = { ...defaultSimulation, months: 44, decisionMonth: 20, seed: 8, truth };
const panels = simulatePanels({ ...settings, units: 10, funded: 6 }).map(({ panel }) => panel);
const few = simulatePanels({ ...settings, months: 45, decisionMonth: 40, units: 2, funded: 1 }).map(
  ({ panel }) => panel,
);

const engine = new URL('../../../db/estimator/estimate.ts', import.meta.url);
const estimate = (which: typeof panels, assumptions = defaultAssumptions, seed = 1): Promise<Estimation> =>
  inThread(engine, estimateUnits, which, assumptions, { seed, chains: 2, sweeps: 1400, burnIn: 400, thin: 1 });

/** Half the width of 80 %. */
const halfWidth = ({ p10, p90 }: Summary): number => (p90 - p10) / 2;

describe('a sceptic’s answer', () => {
  let first: Estimation;
  let sceptic: Sceptic;
  /** The real thing: all chains again, with the other prior. */
  let again: Estimation;
  beforeAll(async () => {
    [first, again] = await Promise.all([estimate(panels), estimate(panels, scepticalOf(defaultAssumptions), 2)]);
    sceptic = first.sceptic!;
  }, 120_000);

  it('comes from the draws of the estimate where enough of them count', () => {
    expect(sceptic.by).toBe('weights');
    expect(sceptic.effective).toBeGreaterThan(200);
    expect(sceptic.effective).toBeLessThan(700);
  });

  it('is what a fit with that prior says: mean productivity, and the files avoided by each unit and in all', () => {
    const refit = again.fit!.productivity;
    const near = halfWidth(refit) / 4;
    for (const name of ['p10', 'p50', 'mean', 'p90'] as const)
      expect(Math.abs(sceptic.productivity[name] - refit[name]), name).toBeLessThan(near);
    const ids = sceptic.units.map(({ unitId }) => unitId);
    expect(ids).toHaveLength(6);
    const totals = [scepticTotal(sceptic, ids)!, scepticTotal(itself(again), ids)!];
    for (const name of ['p10', 'mean', 'p90'] as const)
      expect(Math.abs(totals[0]![name] - totals[1]![name]), name).toBeLessThan(halfWidth(totals[1]!) / 4);
    for (const unitId of ids) {
      const [weighed, fitted] = [scepticTotal(sceptic, [unitId])!, scepticTotal(itself(again), [unitId])!];
      expect(Math.abs(weighed.mean - fitted.mean), unitId).toBeLessThan(1 + halfWidth(fitted) / 3);
    }
  });

  it('leans to less than the estimate', () => {
    expect(sceptic.productivity.mean).toBeLessThan(first.fit!.productivity.mean);
  });

  it('has none for a first answer, whose draws nobody has judged', () => {
    expect(
      estimateUnits(few, defaultAssumptions, { seed: 1, chains: 1, sweeps: 60, burnIn: 20, judged: false }).sceptic,
    ).toBeNull();
  });

  it('is fitted again where few draws of a confident prior would count', async () => {
    const confident = { ...defaultAssumptions, relativeProductivity: { mean: 0.9, deviation: 0.5 } };
    const own = await estimate(few, confident);
    expect(own.basis).toBe('prior');
    expect(own.sceptic).toMatchObject({ by: 'refit', effective: null });
    expect(Math.abs(own.sceptic!.productivity.mean)).toBeLessThan(0.5);
    expect(own.fit!.productivity.mean - own.sceptic!.productivity.mean).toBeGreaterThan(0.3);
  });
});

/** The unchanged answer of an estimation, in the shape of a sceptic's. */
function itself({ units, fit }: Estimation): Sceptic {
  const draws = units.flatMap((unit) =>
    unit.status === 'estimated' && unit.fundingStart !== null
      ? [{ unitId: unit.unitId, draws: unit.draws.get(unit.asOf)! }]
      : [],
  );
  return { by: 'refit', effective: null, productivity: fit!.productivity, units: draws };
}

describe('weighing draws', () => {
  const drawsAt = (centres: readonly number[]) => centres.map((centre) => ({ centre }) as PosteriorDraw);

  it('takes each as often as its weight says', () => {
    const prior = { ...defaultAssumptions, relativeProductivity: { mean: 0.7, deviation: 0.5 } };
    // exp(-2.8 x) at 0 and at ln 3 / 2.8: three to one.
    const draws = drawsAt(Array.from({ length: 400 }, (_, d) => (d < 200 ? 0 : Math.log(3) / 2.8)));
    const { places, effective } = resample(draws, prior)!;
    expect(places).toHaveLength(400);
    expect(places.filter((place) => place < 200).length / 400).toBeCloseTo(0.75, 2);
    expect(effective).toBeCloseTo(400 * (16 / 20), 6);
    expect([...places]).toEqual([...places].sort((a, b) => a - b));
  });

  it('changes nothing for who already begins at 0, and gives up where a handful would stand for all', () => {
    const draws = drawsAt(Array.from({ length: 50 }, (_, d) => d / 25));
    expect([...resample(draws, scepticalOf(defaultAssumptions))!.places]).toEqual(draws.map((_, d) => d));
    expect(resample(drawsAt(Array.from({ length: 50 }, (_, d) => d / 5)), defaultAssumptions)).toBeNull();
  });
});
