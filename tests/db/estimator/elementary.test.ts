import { describe, expect, it } from 'vitest';
import { exp, log } from '../../../db/estimator/elementary.ts';
import { createRandom } from '../../../db/estimator/random.ts';

const random = createRandom(3, 'elementary');
const numbers = Array.from({ length: 20_000 }, () => 1380 * random.uniform() - 690);

describe('the logarithm and the exponential function of the sampler', () => {
  it('are those of the engine to 5e-16 of the value, or of 1 where a logarithm is smaller', () => {
    const errors = [...numbers, ...numbers.map((value) => value / 6000)].map((value) => {
      const x = Math.exp(value);
      const scale = Math.max(1, Math.abs(Math.log(x)));
      return { log: Math.abs(log(x) - Math.log(x)) / scale, exp: Math.abs(exp(value) / x - 1) };
    });
    expect(Math.max(...errors.map((each) => each.log))).toBeLessThan(4e-16);
    expect(Math.max(...errors.map((each) => each.exp))).toBeLessThan(5e-16);
  });

  it('are exact where the answer is', () => {
    expect([log(1), exp(0), exp(-0)]).toEqual([0, 1, 1]);
    for (const power of [-1000, -3, 1, 2, 10, 1000]) expect(log(2 ** power)).toBe(power * Math.LN2);
  });

  it('have the answers of the engine at the ends', () => {
    for (const x of [0, -0, -1, 5e-324, 1e-310, Infinity, -Infinity, Number.NaN]) expect(log(x)).toBe(Math.log(x));
    for (const x of [Number.MAX_VALUE, 2 ** -1022]) expect(log(x) / Math.log(x)).toBeCloseTo(1, 14);
    for (const x of [-746, -745, -701, 701, 709.7, 710, Infinity, -Infinity, Number.NaN])
      expect(exp(x)).toBe(Math.exp(x));
  });

  it('rise with their argument, across the cells of their tables', () => {
    for (let cell = 0; cell <= 1024; cell += 1) {
      const x = 0.5 + cell / 1024;
      expect(log(x)).toBeGreaterThan(log(x * (1 - 1e-15)));
      const value = ((cell - 512) * Math.LN2) / 512;
      expect(exp(value + 1e-15)).toBeGreaterThanOrEqual(exp(value - 1e-15));
    }
  });
});
