import { beforeAll, describe, expect, it } from 'vitest';
import { defaultAssumptions, type Assumptions } from '../../../../db/estimator/assumptions.ts';
import { estimateUnits, type EstimatedUnit } from '../../../../db/estimator/estimate.ts';
import { mean } from '../../../../db/estimator/numbers.ts';
import type { UsableUnit } from '../../../../db/estimator/prepare.ts';
import { rampedFte } from '../../../../db/estimator/ramp.ts';
import { fitCapacity, type CapacityFit } from '../../../../db/estimator/sampler/fit.ts';
import {
  fitWithReference,
  toReference,
  type ReferenceDraw,
  type ReferencePosterior,
} from '../../../../db/estimator/sampler/reference.ts';
import { defaultSimulation, simulatePanels } from '../../../../db/estimator/simulate.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';
import { figuresOf, known, lastDraws, variedWithWork } from '../../../support/estimates.ts';
import { inThread } from '../../../support/inThread.ts';
import { expectMoments } from '../../../support/moments.ts';
import { steadyPanel } from '../../../support/unitPanels.ts';

const settings = { ...defaultSimulation, months: 60, decisionMonth: 24, proactivePerFte: 0 };
const truth = { productivity: 0.2, spread: 0.05, rampMonths: 6 };
const usable = (seed: number, units: number, funded: number): readonly UsableUnit[] =>
  sortUnits(simulatePanels({ ...settings, truth, seed, units, funded }).map(({ panel }) => panel)).usable;

const few = usable(31, 2, 1);
const options = { seed: 6, chains: 1, sweeps: 500, burnIn: 150, thin: 1 };

/** A draw in which all is known: units of 4.4 files an FTE and months that are like each other. */
const one: ReferenceDraw = {
  centre: 0.8,
  spread: 1e-4,
  rampMonths: 6,
  size: 10,
  deviation: 0.1,
  logMeanRate: Math.log(4.4),
  logShape: Math.log(20),
  logMonth: Array.from({ length: 30 }, () => 0),
  walkDeviation: 0,
  walkEnds: [0, 0],
  season: Array.from({ length: 12 }, () => 0),
  drift: 0,
  closings: { inflow: { mean: 1e-6, shape: 1 }, work: { mean: 0.136, shape: 1e4 }, queue: { mean: 1e-6, shape: 1 } },
};
const constant = (draw: ReferenceDraw, draws = 350): ReferencePosterior => ({
  firstMonth: '2017-04',
  months: 30,
  units: 40,
  draws: Array.from({ length: draws }, () => draw),
});
const steady = sortUnits([steadyPanel(30, 12)]).usable;

describe('a reference made by many units', () => {
  let fit: CapacityFit;
  let reference: ReferencePosterior;
  beforeAll(async () => {
    const module = new URL('../../../../db/estimator/sampler/fit.ts', import.meta.url);
    fit = await inThread(module, fitCapacity, usable(30, 16, 11), defaultAssumptions, { ...options, sweeps: 950 });
    reference = toReference(fit, defaultAssumptions);
  });

  it('carries evenly chosen draws of what all units share, and nothing of a unit', () => {
    expect(reference).toMatchObject({ firstMonth: '2016-04', months: 60, units: 16 });
    expect(reference.draws).toHaveLength(350);
    expect(reference.draws[100]).toMatchObject({ centre: fit.draws[200]!.centre, size: fit.draws[200]!.size });
    expect(Object.keys(reference.draws[0]!).sort()).toEqual(Object.keys(one).sort());
    expect(reference.draws.every(({ logMonth }) => logMonth.length === 60)).toBe(true);
    expect(structuredClone(JSON.parse(JSON.stringify(reference)))).toEqual(reference);
  });

  it('moves the answer of a small workspace off the prior, to what the many found', () => {
    const panels = few.map(({ panel }) => panel);
    const alone = estimateUnits(panels, defaultAssumptions, { ...options, sweeps: 3000, burnIn: 500, reference: null });
    const helped = estimateUnits(panels, defaultAssumptions, { ...options, reference });
    expect([alone.basis, helped.basis]).toEqual(['prior', 'reference']);
    const centre = mean(reference.draws.map((draw) => draw.centre));
    expect(Math.abs(helped.fit!.productivity.mean - centre)).toBeLessThan(1e-9);
    const funded = ({ units }: typeof alone): EstimatedUnit =>
      units.find((unit) => unit.status === 'estimated' && unit.fundingStart !== null) as EstimatedUnit;
    expect(funded(alone).productivity!.mean).toBeGreaterThan(centre + 0.2);
    expect(Math.abs(funded(helped).productivity!.mean - centre)).toBeLessThan(0.12);
    expect(funded(helped).avoidedNow.mean).toBeLessThan(funded(alone).avoidedNow.mean);
    expect([funded(alone).facts.priorDriven, funded(helped).facts.priorDriven]).toEqual([true, false]);
  });

  it('is not asked where the units can tell by themselves', () => {
    const panels = usable(33, 10, 6).map(({ panel }) => panel);
    const short = { seed: 1, chains: 1, sweeps: 30, burnIn: 10 };
    const own = estimateUnits(panels, defaultAssumptions, short);
    const offered = estimateUnits(panels, defaultAssumptions, { ...short, reference });
    expect(own.basis).toBe('estimated');
    expect(figuresOf(offered)).toBe(figuresOf(own));
  });

  it('gives the same draws for the same seed, to the last digit, and others for another', () => {
    const first = { ...reference, draws: reference.draws.slice(0, 60) };
    const draws = (seed: number): string => figuresOf(fitWithReference(few, defaultAssumptions, first, { seed }).draws);
    expect(draws(1)).toBe(draws(1));
    expect(draws(1)).not.toBe(draws(2));
  });
});

describe('a unit under a reference', () => {
  it('has the law of the thinned months where the reference knows the productivity', () => {
    const panels = steady.map(({ panel }) => panel);
    const { units } = estimateUnits(panels, known, { seed: 3, reference: constant(one, 1500) });
    const lost = rampedFte(panels[0]!.fteFunded as number[], 6, 0.25).map((fte) => 1 - 5 / (5 + 0.8 * fte));
    expectMoments(
      lastDraws(units[0] as EstimatedUnit),
      lost.reduce((sum, share) => sum + 25 * share, 0),
      lost.reduce((sum, share) => sum + variedWithWork(22, 3) * share * (1 - share), 0),
    );
  });

  it('changes nothing of what the reference says: draw by draw its shared values and months are kept', () => {
    const { draws } = fitWithReference(steady, known, constant(one, 5), { seed: 3 });
    for (const { centre, spread, size, deviation, logMonth } of draws) {
      expect({ centre, spread, size, deviation }).toMatchObject({
        centre: 0.8,
        spread: 1e-4,
        size: 10,
        deviation: 0.1,
      });
      expect([...logMonth]).toEqual(one.logMonth);
    }
  });

  it('estimates months that the reference does not hold from its own, between these and the prior', () => {
    const outflow = steady[0]!.panel.outflowInvestigated.map((files, t) => (t >= 27 ? 60 : files));
    const busy = sortUnits([steadyPanel(30, 12, { outflowInvestigated: outflow })]).usable;
    const shorter: ReferencePosterior = {
      ...constant({ ...one, logMonth: one.logMonth.slice(3, 27) }, 300),
      firstMonth: '2017-07',
      months: 24,
    };
    const { draws } = fitWithReference(busy, known, shorter, { seed: 3 });
    const average = (t: number): number => mean(draws.map(({ logMonth }) => logMonth[t]!));
    for (let t = 3; t < 27; t += 1) expect(average(t)).toBe(0);
    // Twice to three times the usual outflow: more than the prior believes of a month, less than the files alone say.
    for (const t of [27, 28, 29]) {
      expect(average(t)).toBeGreaterThan(0.15);
      expect(average(t)).toBeLessThan(Math.log(60 / 22));
    }
    for (const t of [0, 1, 2]) expect(Math.abs(average(t))).toBeLessThan(0.15);
  });

  it('lets months that the reference does not hold go on with its drift, forwards and back', () => {
    const drifting = { ...one, logMonth: one.logMonth.slice(3, 27), walkEnds: [-0.3, 0.4] as const, drift: 0.02 };
    const shorter = { ...constant(drifting, 5), firstMonth: '2017-07', months: 24 };
    const { draws } = fitWithReference(steady, known, shorter, { seed: 3 });
    for (const { walk } of draws) {
      for (const [t, value] of [-0.36, -0.34, -0.32].entries()) expect(walk[t]).toBeCloseTo(value, 10);
      for (const [n, value] of [0.42, 0.44, 0.46].entries()) expect(walk[27 + n]).toBeCloseTo(value, 10);
    }
  });

  it('takes one of its own ramps where the reference has another', () => {
    const others: Assumptions = { ...known, rampMonths: [3, 12] };
    const { draws } = fitWithReference(steady, others, constant(one, 200), { seed: 3 });
    const share = draws.filter(({ ramp }) => ramp === 1).length / 200;
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.65);
    const same = fitWithReference(steady, { ...known, rampMonths: [3, 6] }, constant(one, 50), { seed: 3 });
    expect(same.draws.every(({ ramp }) => ramp === 1)).toBe(true);
  });

  it('tells its progress, from 0 to 1', () => {
    const shares: number[] = [];
    fitWithReference(steady, known, constant(one, 50), { seed: 3, onProgress: (share) => shares.push(share) });
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });
});
