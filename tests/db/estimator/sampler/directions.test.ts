import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../db/estimator/assumptions.ts';
import { createRandom } from '../../../../db/estimator/random.ts';
import { layOut } from '../../../../db/estimator/sampler/data.ts';
import { findRidge, type Ridge } from '../../../../db/estimator/sampler/ridge.ts';
import { createMachine, sweep } from '../../../../db/estimator/sampler/sweep.ts';
import { holdMonths, priorRate } from '../../../../db/estimator/sampler/unitBlock.ts';
import { findMode } from '../../../../db/estimator/sampler/unitMode.ts';
import { defaultSimulation, simulatePanels } from '../../../../db/estimator/simulate.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';
import { logPosterior, type Point } from './logPosterior.ts';

const assumptions = { ...defaultAssumptions, capacityExponent: 0.8 };
const panels = simulatePanels({ ...defaultSimulation, units: 12, funded: 8, months: 48, decisionMonth: 20, seed: 5 });
const data = layOut(sortUnits(panels.map(({ panel }) => panel)).usable, assumptions);
const machine = createMachine(data, assumptions, 4);
for (let n = 0; n < 60; n += 1) sweep(machine, n % 2 === 0);
const { state } = machine;

describe('the ridge', () => {
  // The direction is that of a state in which all productivities are at their mean.
  const start: Point = { ...state, productivity: state.productivity.map(() => state.centre) };
  const ridge = findRidge(data, state, assumptions, data.ramped[state.ramp]!);
  const moved = (by: number, { logRate, circumstance, logMonth, walk, season, drift }: Ridge): Point => ({
    ...start,
    centre: start.centre + by,
    drift: start.drift + by * drift,
    productivity: start.productivity.map((value) => value + by),
    logRate: start.logRate.map((value, i) => value + by * logRate[i]!),
    circumstance: start.circumstance.map((value, s) => value + by * circumstance[s]!),
    logMonth: start.logMonth.map((value, t) => value + by * logMonth[t]!),
    walk: start.walk.map((value, t) => value + by * walk[t]!),
    season: start.season.map((value, m) => value + by * season[m]!),
  });
  /** How fast the log posterior bends down along a direction. */
  const bend = (direction: Ridge): number => {
    const by = 0.02;
    const value = (step: number): number => logPosterior(data, moved(step, direction), assumptions);
    return -(value(by) - 2 * value(0) + value(-by)) / (by * by);
  };
  const each = (change: (value: number, part: keyof Ridge) => number): Ridge => ({
    ...ridge,
    logRate: ridge.logRate.map((value) => change(value, 'logRate')),
    circumstance: ridge.circumstance.map((value) => change(value, 'circumstance')),
    logMonth: ridge.logMonth.map((value) => change(value, 'logMonth')),
    walk: ridge.walk.map((value) => change(value, 'walk')),
    season: ridge.season.map((value) => change(value, 'season')),
    drift: change(ridge.drift, 'drift'),
  });

  it('bends less than without any of its parts, and less than beside it', () => {
    const least = bend(ridge);
    expect(least).toBeGreaterThan(0);
    for (const left of ['logRate', 'circumstance', 'logMonth', 'walk', 'season', 'drift'] as const)
      expect(bend(each((value, part) => (part === left ? 0 : value)))).toBeGreaterThan(least);
    const random = createRandom(8, 'beside');
    for (let n = 0; n < 10; n += 1)
      expect(bend(each((value) => value + 0.03 * random.normal()))).toBeGreaterThan(least);
    for (const factor of [0.7, 1.4]) expect(bend(each((value) => factor * value))).toBeGreaterThan(least);
  });

  it('costs less than half the log posterior of the productivities moved alone, for a step as wide as their mean’s posterior', () => {
    const cost = (direction: Ridge): number => {
      const after = [-0.15, 0.15].map((by) => logPosterior(data, moved(by, direction), assumptions));
      return logPosterior(data, moved(0, direction), assumptions) - (after[0]! + after[1]!) / 2;
    };
    expect(cost(ridge)).toBeLessThan(0.5 * cost(each(() => 0)));
  });
});

describe('the proposal of a unit', () => {
  it.each([0, 5, 11])(
    'lies at the mode of its own parameters given all others, within a fraction of its width (unit %i)',
    (i) => {
      const { unitBlock } = machine;
      const shape = Math.exp(state.logShape);
      holdMonths(unitBlock, state);
      findMode(data, state, unitBlock, i, shape, priorRate(data, state, i));
      const { mode, hessian } = unitBlock;
      const { size } = hessian;
      const first = data.slotStart[i]!;
      const posterior = (values: Float64Array): number => {
        const point = { ...state, circumstance: state.circumstance.slice(), logRate: state.logRate.slice() };
        const productivity = state.productivity.slice();
        point.circumstance.set(values.subarray(0, size), first);
        point.logRate[i] = values[size]!;
        productivity[i] = values[size + 1]!;
        return logPosterior(data, { ...point, productivity }, assumptions);
      };
      const unknowns = data.funded[i] === 1 ? size + 2 : size + 1;
      for (let s = 0; s < unknowns; s += 1) {
        const by = (step: number): number =>
          posterior(mode.slice(0, size + 2).map((value, n) => value + (n === s ? step : 0)));
        const step = 1e-3;
        const [below, now, above] = [by(-step), by(0), by(step)];
        const width = 1 / Math.sqrt(-(above - 2 * now + below) / (step * step));
        expect(Math.abs(((above - below) / (2 * step)) * width)).toBeLessThan(0.15);
      }
    },
  );
});
