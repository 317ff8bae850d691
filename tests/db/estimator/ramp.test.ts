import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rampedFte, rampShare } from '../../../db/estimator/ramp.ts';

describe('the ramp of a new hire', () => {
  it('starts at its share, is linear, and stays at one', () => {
    expect([0, 3, 6, 9].map((k) => rampShare(k, 6, 0.25))).toEqual([0.25, 0.625, 1, 1]);
    expect(() => rampedFte([1], 0, 0.25)).toThrow(RangeError);
  });

  it('takes a leaver out at full weight', () => {
    expect(rampedFte([0, 2, 2, 1, 1, 1], 3, 0.25)).toEqual([0, 0.5, 1, 0.5, 1, 1]);
  });

  it('is never below zero, never above the staff in post, and equals them once all have settled', () => {
    const staff = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(staff, fc.constantFrom(3, 6, 9, 12, 18), (funded, length) => {
        const last = funded[funded.length - 1]!;
        const settled = rampedFte([...funded, ...Array.from({ length: length + 1 }, () => last)], length, 0.25);
        funded.forEach((value, t) => {
          expect(settled[t]!).toBeGreaterThanOrEqual(0);
          expect(settled[t]!).toBeLessThanOrEqual(value + 1e-9);
        });
        expect(settled[settled.length - 1]!).toBeCloseTo(last, 9);
      }),
    );
  });
});
