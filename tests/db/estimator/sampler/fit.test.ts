import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../db/estimator/assumptions.ts';
import { mean } from '../../../../db/estimator/numbers.ts';
import type { UnitPanel } from '../../../../db/estimator/panel.ts';
import { layOut, type FitData } from '../../../../db/estimator/sampler/data.ts';
import { createMachine } from '../../../../db/estimator/sampler/sweep.ts';
import { pooledRate } from '../../../../db/estimator/sampler/state.ts';
import { fitCapacity, type FitOptions } from '../../../../db/estimator/sampler/fit.ts';
import { defaultSimulation, simulatePanels } from '../../../../db/estimator/simulate.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';
import { figuresOf } from '../../../support/estimates.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../../support/unitPanels.ts';

const settings = { ...defaultSimulation, units: 12, funded: 8, months: 48, decisionMonth: 20, seed: 3 };
const simulated = sortUnits(simulatePanels(settings).map(({ panel }) => panel)).usable;
const short: FitOptions = { seed: 1, chains: 1, sweeps: 60, burnIn: 20, thin: 2 };

describe('fitting the capacity model', () => {
  it('gives the same draws for the same seed, to the last digit, and others for another', () => {
    const draws = (seed: number): string =>
      figuresOf(fitCapacity(simulated, defaultAssumptions, { ...short, seed }).draws);
    expect(draws(1)).toBe(draws(1));
    expect(draws(1)).not.toBe(draws(2));
  });

  it('gives the same draws in whatever order the units come', () => {
    const draws = (units: typeof simulated): string => figuresOf(fitCapacity(units, defaultAssumptions, short).draws);
    expect(draws([...simulated].reverse())).toBe(draws(simulated));
  });

  it('adds moves where there are fewer than ten units alone: with ten the draws are those of method 14', () => {
    const options = { ...short, sweeps: 260, burnIn: 200 };
    const last = (units: number) => fitCapacity(simulated.slice(0, units), defaultAssumptions, options).draws.at(-1)!;
    expect(last(10).centre).toBeCloseTo(0.553556602785377, 12);
    expect(last(10).logMonth[40]).toBeCloseTo(0.08426189428961928, 12);
    const moves = [9, 10].map((units) => {
      const data = layOut(simulated.slice(0, units), defaultAssumptions);
      return createMachine(data, defaultAssumptions, 1).open.map(({ walk }) => walk);
    });
    expect(moves).toEqual([['productivity', 'line', 'waves', 'waves', 'waves'], []]);
  });

  it('keeps one sweep in `thin` after the burn-in, each a point of its own', () => {
    const { draws, diagnostics } = fitCapacity(simulated, defaultAssumptions, short);
    expect([draws.length, diagnostics.sweeps]).toEqual([20, 60]);
    expect(new Set(draws.map(({ logRate }) => logRate)).size).toBe(20);
    expect(new Set(draws.map(({ centre }) => centre)).size).toBe(20);
  });

  it('accepts most of its joint proposals', () => {
    const { diagnostics } = fitCapacity(simulated, defaultAssumptions, { ...short, sweeps: 200, burnIn: 100 });
    expect(diagnostics.unitAcceptance).toBeGreaterThan(0.7);
    expect(diagnostics.monthAcceptance).toBeGreaterThan(0.85);
  });

  it('tells its progress, from 0 to 1', () => {
    const shares: number[] = [];
    fitCapacity(simulated, defaultAssumptions, { ...short, onProgress: (share) => shares.push(share) });
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.length).toBeGreaterThan(3);
  });

  it('needs a unit, and a chain longer than its burn-in', () => {
    expect(() => fitCapacity([], defaultAssumptions, short)).toThrow(RangeError);
    expect(() => fitCapacity(simulated, defaultAssumptions, { ...short, burnIn: 60 })).toThrow(RangeError);
    expect(() => fitCapacity(simulated, defaultAssumptions, { ...short, burnIn: -1 })).toThrow(RangeError);
  });

  it('moves the productivity of funded staff from a prior that is wrong to the truth that was simulated', () => {
    const many = { ...defaultSimulation, truth: { productivity: 0.2, spread: 0.05, rampMonths: 6 }, seed: 21 };
    const panels = simulatePanels({ ...many, units: 14, funded: 10, months: 54, decisionMonth: 24 }).map(
      ({ panel }) => panel,
    );
    const chain = { seed: 2, chains: 1, sweeps: 300, burnIn: 120, thin: 1 };
    const { draws } = fitCapacity(sortUnits(panels).usable, defaultAssumptions, chain);
    expect(mean(draws.map(({ centre }) => centre))).toBeLessThan(0.5);
  });
});

describe('how units are laid out', () => {
  const length = 14;
  const dataOf = (panels: readonly UnitPanel[], changes = {}): FitData =>
    layOut(sortUnits(panels).usable, { ...defaultAssumptions, rampMonths: [3, 12], ...changes });

  it('makes an observation of each reported month, and none of the others', () => {
    const panel = withoutReports(steadyPanel(length, 6), [2, 9]);
    const data = dataOf([panel]);
    expect(data.count.length).toBe(length - 2);
    expect([...data.month]).toEqual([0, 1, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13]);
    expect([...new Set(data.count)]).toEqual([22]);
    expect(data.months).toHaveLength(length);
  });

  it('places units of different months among all months, and each month’s observations together', () => {
    const early = steadyPanel(length, 6, { unitId: 'U01' });
    const late = { ...steadyPanel(6, 3, { unitId: 'U02' }), months: steadyPanel(length + 2, 6).months.slice(-6) };
    const data = dataOf([early, late]);
    expect([data.months[0], data.months.at(-1), data.months.length]).toEqual(['2017-04', '2018-07', 16]);
    expect([...data.unitStart]).toEqual([0, 14, 20]);
    data.months.forEach((_, t) => {
      const own = [...data.byMonth.slice(data.monthStart[t], data.monthStart[t + 1])];
      expect(own.every((o) => data.month[o] === t)).toBe(true);
      expect(own).toHaveLength([...data.month].filter((month) => month === t).length);
    });
  });

  it('gives a unit one circumstance for each calendar quarter that it touches', () => {
    // From April of one year to May of the next: five quarters, the last of two months.
    const data = dataOf([steadyPanel(length, 6)]);
    expect([...data.slotStart]).toEqual([0, 5]);
    expect([...data.slot]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4]);
    const shifted = { ...steadyPanel(3, 3), months: ['2017-05', '2017-06', '2017-07'] };
    expect([...dataOf([shifted]).slot]).toEqual([0, 0, 1]);
  });

  it('censors a month in which all was closed: by stock and inflow, or by an empty backlog where these are not known', () => {
    const panel = steadyPanel(length, 6);
    const starved = {
      ...panel,
      backlog: replaceAt(panel.backlog, [3, 7, 10], 0),
      outflowInvestigated: replaceAt(replaceAt(panel.outflowInvestigated, [3], 442), [10], 474),
    };
    // In month 7 the backlog is empty although less was closed than came in: a residual, not a lack of work.
    expect([...dataOf([starved]).censored]).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const after = withoutReports(starved, [9]);
    expect([...dataOf([after]).censored].indexOf(1, 4)).toBe(9);
  });

  it('counts staff: own and all overtime in the base, the floor on what the Strategy does not pay', () => {
    const hours = Array.from({ length }, () => 145);
    const funded = hours.map((value, t) => (t >= 6 ? 2 * value : 0));
    const data = dataOf([steadyPanel(length, 6, { overtimeBase: hours, overtimeFunded: funded })]);
    expect([data.base[0], data.base[8]]).toEqual([6, 8]);
    expect([data.floor[0], data.floor[8]]).toEqual([3, 3]);
    expect([...data.withFunded]).toEqual([6, 7, 8, 9, 10, 11, 12, 13]);
    expect(data.ramped.map((series) => series[7])).toEqual([1, 0.625]);
  });

  it('compares the load of units by their inflow before the funding, whatever came after', () => {
    const twice = steadyPanel(length, 6, { unitId: 'U02', inflowReferred: Array.from({ length }, () => 60) });
    const later = { ...twice, inflowReferred: replaceAt(twice.inflowReferred, [8, 9, 10], 900) };
    const logs = [...dataOf([steadyPanel(length, 6), later]).logInflow];
    expect(logs[1]! - logs[0]!).toBeCloseTo(Math.log(2), 12);
    expect(logs[0]! + logs[1]!).toBeCloseTo(0, 12);
  });

  it('centres the rates on the months without funded staff, whatever these are taken to do', () => {
    const data = dataOf([steadyPanel(length, 6)]);
    expect(pooledRate(data, 0.2)).toBe(pooledRate(data, 1.5));
    expect(pooledRate(data, 0.7)).toBeCloseTo(22 / 5, 12);
    // Where nobody ever worked without them there is no other way.
    const always = dataOf([steadyPanel(length, 0)]);
    expect(pooledRate(always, 0.2)).toBeGreaterThan(pooledRate(always, 1.5));
  });

  it('leaves out months in which there was nobody, and asks for a unit', () => {
    const none = (values: readonly (number | null)[]) => replaceAt(values, [0, 1], 0);
    const steady = steadyPanel(length, 6);
    const { outflowInvestigated, outflowAdministrative, fteBase } = steady;
    const closed = {
      outflowInvestigated: none(outflowInvestigated),
      outflowAdministrative: none(outflowAdministrative),
    };
    const empty = { ...steady, ...closed, fteBase: none(fteBase) };
    expect(dataOf([empty]).count.length).toBe(length - 2);
    expect(() => layOut([], defaultAssumptions)).toThrow(RangeError);
  });
});
