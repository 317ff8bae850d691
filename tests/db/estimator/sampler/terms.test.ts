import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../db/estimator/assumptions.ts';
import { layOut } from '../../../../db/estimator/sampler/data.ts';
import { termOf } from '../../../../db/estimator/sampler/likelihood.ts';
import { createMachine, sweep } from '../../../../db/estimator/sampler/sweep.ts';
import { createImplied, findTerms } from '../../../../db/estimator/sampler/terms.ts';
import { defaultSimulation, simulatePanels } from '../../../../db/estimator/simulate.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';

const panels = simulatePanels({ ...defaultSimulation, units: 6, funded: 4, months: 48, decisionMonth: 20, seed: 5 });
const data = layOut(sortUnits(panels.map(({ panel }) => panel)).usable, defaultAssumptions);
const machine = createMachine(data, defaultAssumptions, 4);
for (let n = 0; n < 30; n += 1) sweep(machine, n % 2 === 0);
const { state } = machine;
const sorted = (places: { counted: Int32Array; censored: Int32Array }): number[] =>
  [...places.counted, ...places.censored].toSorted((one, other) => one - other);
const all = Array.from(data.count, (_, o) => o);
const isOf = (o: number, i: number): boolean => data.unitStart[i]! <= o && o < data.unitStart[i + 1]!;

describe('observations by their kind', () => {
  it('are all there once, starved months apart from the others', () => {
    const { counted, censored } = data.places.all;
    expect([counted.length > 0, censored.length > 0]).toEqual([true, true]);
    expect(sorted(data.places.all)).toEqual(all);
    expect([...counted].every((o) => data.censored[o] === 0)).toBe(true);
    expect([...censored].every((o) => data.censored[o] === 1)).toBe(true);
  });

  it('are those of a unit, of all funded units, and of months with funded staff', () => {
    const { ofUnit, ofFunded, withFunded } = data.places;
    expect(ofUnit.map(sorted)).toEqual(data.units.map((_, i) => all.filter((o) => isOf(o, i))));
    const funded = data.units.flatMap((_, i) => (data.funded[i] === 1 ? all.filter((o) => isOf(o, i)) : []));
    expect(sorted(ofFunded)).toEqual(funded);
    expect(funded.length).toBeLessThan(all.length);
    expect(sorted(withFunded)).toEqual([...data.withFunded]);
  });
});

describe('the log-likelihoods of a move', () => {
  it('are those of each observation by itself, and no other is touched', () => {
    const scratch = { value: 0, slope: 0, curvature: 0 };
    const proposed = { ...createImplied(all.length), ...state.current, term: new Float64Array(all.length).fill(7) };
    const size = 1.3 * state.size;
    for (const places of [data.places.all, data.places.withFunded, data.places.ofFunded, ...data.places.ofUnit]) {
      proposed.term.fill(7);
      const change = findTerms(data, places, proposed, size, state.current.term);
      const own = new Set(sorted(places));
      let expected = 0;
      for (const o of all) {
        if (!own.has(o)) {
          expect(proposed.term[o]).toBe(7);
          continue;
        }
        const [mean, logMean] = [state.current.mean[o]!, state.current.logMean[o]!];
        const term = termOf(data.count[o]!, data.censored[o]!, mean, logMean, size, scratch);
        expect(proposed.term[o]).toBe(term);
        expected += term - state.current.term[o]!;
      }
      expect(change).toBeCloseTo(expected, 8);
    }
  });

  it('are kept exact by every move: what stands is what follows from the parameters', () => {
    const scratch = { value: 0, slope: 0, curvature: 0 };
    for (let n = 0; n < 40; n += 1) sweep(machine, n % 2 === 0);
    for (const o of all) {
      const i = data.units.findIndex((_, unit) => isOf(o, unit));
      const work = data.base[o]! + state.productivity[i]! * data.ramped[state.ramp]![o]!;
      const logMean =
        state.logRate[i]! +
        state.circumstance[data.slot[o]!]! +
        state.logMonth[data.month[o]!]! +
        Math.log(Math.max(work, data.floor[o]!));
      expect(state.current.logMean[o]).toBeCloseTo(logMean, 9);
      const term = termOf(data.count[o]!, data.censored[o]!, Math.exp(logMean), logMean, state.size, scratch);
      expect(state.current.term[o]).toBeCloseTo(term, 7);
    }
  });
});
