import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../db/estimator/random.ts';
import {
  estimateDid,
  estimateSdid,
  penaltiesOf,
  placeboEffects,
  type BlockDesign,
} from '../../../db/estimator/syntheticControl/differences.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Units with levels of their own that share a path, and load differently on a second one; the last `treated` of them gain `effect` from period 9 on. */
function world(seed: number, treated: number, effect: number): BlockDesign {
  const random = createRandom(seed, 'world');
  const units = 12 + treated;
  const path = Array.from({ length: 14 }, () => 3 * random.normal());
  const second = Array.from({ length: 14 }, (_, t) => t / 3);
  const outcomes = Array.from({ length: units }, (_, unit) => {
    const [level, loading] = [40 + 10 * random.normal(), random.uniform() + (unit >= 12 ? 0.3 : 0)];
    return path.map(
      (value, t) => level + value + loading * second[t]! + 0.3 * random.normal() + (unit >= 12 && t >= 9 ? effect : 0),
    );
  });
  const index = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);
  return { outcomes, treated: index(12, units), controls: index(0, 12), periodsBefore: 9 };
}

const sdid = (design: BlockDesign) => estimateSdid(design, penaltiesOf(design));

function transformed(design: BlockDesign, change: (value: number, unit: number, t: number) => number): BlockDesign {
  return { ...design, outcomes: design.outcomes.map((path, unit) => path.map((value, t) => change(value, unit, t))) };
}

describe('differences in differences', () => {
  it('is the difference of four means', () => {
    const design = {
      outcomes: [
        [1, 3, 10],
        [2, 2, 3],
        [4, 4, 8],
      ],
      treated: [0],
      controls: [1, 2],
      periodsBefore: 2,
    };
    expect(estimateDid(design)).toEqual({
      att: 10 - 2 - (5.5 - 3),
      unitWeights: [0.5, 0.5],
      periodWeights: [0.5, 0.5],
      gap: [-1, 1, 5.5],
    });
  });

  it.each([
    ['plain', estimateDid],
    ['synthetic', (design: BlockDesign) => estimateSdid(design, { units: 3, periods: 1e-6 })],
  ])('%s: unit levels and common shocks change nothing, an effect is added in full', (_, estimate) => {
    const design = world(1, 2, 0);
    const { att, unitWeights, periodWeights } = estimate(design);
    const shifted = estimate(transformed(design, (value, unit, t) => value + 7 * unit + 5 * Math.sin(t)));
    expect(shifted.att).toBeCloseTo(att, 8);
    const affected = estimate(transformed(design, (value, unit, t) => value + (unit >= 12 && t >= 9 ? 6 : 0)));
    expect(affected.att).toBeCloseTo(att + 6, 9);
    expect(affected.unitWeights).toEqual(unitWeights);
    expect(affected.periodWeights).toEqual(periodWeights);
  });

  it('synthetic: its penalties follow the unit of measure', () => {
    const design = world(1, 2, 3);
    const { att } = sdid(design);
    expect(sdid(transformed(design, (value) => 100 * value)).att).toBeCloseTo(100 * att, 6);
  });

  it('weighs units and periods, each with sum 1; its gap ends in the effect and starts around 0', () => {
    const { unitWeights, periodWeights, gap, att } = sdid(world(2, 1, 4));
    for (const weights of [unitWeights, periodWeights]) {
      expect(weights.every((weight) => weight >= 0)).toBe(true);
      expect(sum(weights)).toBeCloseTo(1, 12);
    }
    expect([unitWeights.length, periodWeights.length, gap.length]).toEqual([12, 9, 14]);
    expect(sum(gap.slice(9)) / 5).toBeCloseTo(att, 12);
    expect(sum(periodWeights.map((weight, t) => weight * gap[t]!))).toBeCloseTo(0, 9);
  });

  it('synthetic: comes nearer than plain where the treated load more on a trend, over 60 worlds', () => {
    const errors = { plain: 0, synthetic: 0 };
    for (let seed = 0; seed < 60; seed += 1) {
      const design = world(seed, 1, 4);
      errors.plain += Math.abs(estimateDid(design).att - 4) / 60;
      errors.synthetic += Math.abs(sdid(design).att - 4) / 60;
    }
    expect(errors.synthetic).toBeLessThan(0.75 * errors.plain);
  });

  it('has the penalties of the package: (treated units x treated periods)^(1/4) times the sd of the controls’ changes', () => {
    const design = {
      outcomes: [
        [0, 1, 3, 3],
        [0, 2, 2, 9],
        [5, 5, 5, 5],
      ],
      treated: [2],
      controls: [0, 1],
      periodsBefore: 3,
    };
    // Changes before: 1, 2, 2, 0; their variance is 11/12.
    const noise = Math.sqrt(11 / 12);
    expect(penaltiesOf(design).units).toBeCloseTo(noise, 12);
    expect(penaltiesOf(design).periods).toBeCloseTo(1e-6 * noise, 18);
    expect(penaltiesOf({ ...design, treated: [2, 2, 2, 2], periodsBefore: 3 }).units).toBeCloseTo(
      noise * Math.SQRT2,
      12,
    );
  });

  it('lets each control take its turn as a placebo of one treated unit', () => {
    const design = world(3, 1, 9);
    const effects = placeboEffects(design, estimateDid, 500, createRandom(1));
    expect(effects).toHaveLength(12);
    const rest = design.controls.slice(1);
    expect(effects[0]).toBe(estimateDid({ ...design, treated: [0], controls: rest }).att);
    expect(Math.max(...effects.map(Math.abs))).toBeLessThan(estimateDid(design).att);
  });

  it('draws as many controls as there are treated units, without the treated and without a control twice', () => {
    const design = world(4, 3, 5);
    const groups: BlockDesign[] = [];
    const keep = (placebo: BlockDesign) => {
      groups.push(placebo);
      return estimateDid(placebo);
    };
    const effects = placeboEffects(design, keep, 40, createRandom(5));
    expect(effects).toHaveLength(40);
    for (const { treated, controls } of groups) {
      expect(treated).toHaveLength(3);
      expect([...treated, ...controls].sort((a, b) => a - b)).toEqual(design.controls);
    }
    expect(new Set(groups.map(({ treated }) => treated.join())).size).toBeGreaterThan(20);
    expect(placeboEffects(design, estimateDid, 40, createRandom(5))).toEqual(effects);
    expect(placeboEffects({ ...design, controls: [0, 1, 2] }, estimateDid, 40, createRandom(5))).toEqual([]);
  });
});
