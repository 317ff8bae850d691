import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundAtRandom } from '../../../../db/reporting/suppression/rounding.ts';

const value = fc.integer({ min: -1000, max: 1000 });
const base = fc.constantFrom(3, 5);
const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('random rounding', () => {
  it('gives a multiple of the base that is less than the base away', () => {
    fc.assert(
      fc.property(value, base, draw, (number, step, uniform) => {
        const rounded = roundAtRandom(number, step, uniform);
        expect(Math.abs(rounded % step)).toBe(0);
        expect(Math.abs(rounded - number)).toBeLessThan(step);
        if (number % step === 0) expect(rounded).toBe(number);
      }),
    );
  });

  it('has the value itself as its mean over evenly spread draws', () => {
    fc.assert(
      fc.property(value, base, (number, step) => {
        const draws = Array.from({ length: 15 }, (_, index) => (index + 0.5) / 15);
        const sum = draws.reduce((total, uniform) => total + roundAtRandom(number, step, uniform), 0);
        expect(sum).toBe(15 * number);
      }),
    );
  });

  it('never goes down as the value goes up, so that a correction with the same draw does not jump', () => {
    fc.assert(
      fc.property(value, base, draw, (number, step, uniform) => {
        expect(roundAtRandom(number + 1, step, uniform)).toBeGreaterThanOrEqual(roundAtRandom(number, step, uniform));
      }),
    );
  });

  it('refuses a part of a count and a draw outside its bounds', () => {
    expect(() => roundAtRandom(1.5, 3, 0)).toThrow(RangeError);
    expect(() => roundAtRandom(1, 3, 1)).toThrow(RangeError);
  });
});
