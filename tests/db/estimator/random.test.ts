import { describe, expect, it } from 'vitest';
import { createRandom, createRandomFromState } from '../../../db/estimator/random.ts';

describe('the generator', () => {
  it('gives the published outputs of xoshiro128** 1.1 from the state 1, 2, 3, 4', () => {
    const random = createRandomFromState([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => random.uint32())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('refuses a state of zeros and a seed that is not a whole number of 32 bits', () => {
    expect(() => createRandomFromState([0, 0, 0, 0])).toThrow(RangeError);
    for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => createRandom(seed)).toThrow(RangeError);
  });

  it('repeats itself for the same seed and label and for no other', () => {
    const take = (seed: number, label: string): number[] => {
      const random = createRandom(seed, label);
      return Array.from({ length: 20 }, () => random.uniform());
    };
    expect(take(7, 'unit 1')).toEqual(take(7, 'unit 1'));
    expect(take(7, 'unit 1')).not.toEqual(take(7, 'unit 2'));
    expect(take(7, 'unit 1')).not.toEqual(take(8, 'unit 1'));
  });

  it('gives unrelated first numbers to neighbouring seeds and labels', () => {
    const bySeed = Array.from({ length: 4000 }, (_, seed) => createRandom(seed, 'shared').uniform());
    const byLabel = Array.from({ length: 4000 }, (_, unit) => createRandom(1, `unit ${unit}`).uniform());
    for (const values of [bySeed, byLabel]) {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const lagged = values.slice(1).map((value, index) => (value - 0.5) * (values[index]! - 0.5) * 12);
      expect(Math.abs(mean - 0.5)).toBeLessThan(4.5 * Math.sqrt(1 / 12 / values.length));
      expect(Math.abs(lagged.reduce((a, b) => a + b, 0) / lagged.length)).toBeLessThan(4.5 / Math.sqrt(lagged.length));
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('keeps uniforms strictly between 0 and 1', () => {
    const random = createRandom(3);
    for (let n = 0; n < 100_000; n += 1) {
      const value = random.uniform();
      expect(value > 0 && value < 1).toBe(true);
    }
  });
});
