import { describe, expect, it } from 'vitest';
import { alternativeClosings } from '../../../../db/estimator/closings/alternative.ts';
import type { ClosingMonth } from '../../../../db/estimator/closings/months.ts';
import { ratesOf, type ClosingRates } from '../../../../db/estimator/closings/rates.ts';
import { closeWithout, type Difference, type LeftWithout } from '../../../../db/estimator/closings/without.ts';
import { mean } from '../../../../db/estimator/numbers.ts';
import { createRandom } from '../../../../db/estimator/random.ts';

const month: ClosingMonth = { left: 12, inflow: 40, work: 30, queue: 200, isUnusual: false };
const same: Difference = { gap: 0, induced: 0, capacity: 30 };
const learned: ClosingRates = { inflow: 0.1, work: 0.1, queue: 0.02, size: 20 };

function left(rates: ClosingRates, changes: Partial<Difference>, of = month, available = 240): LeftWithout {
  const random = createRandom(4, 'without');
  const found = Array.from({ length: 4000 }, () => {
    const into: LeftWithout = { investigated: 0, otherwise: 0 };
    closeWithout(random, of, rates, { ...same, ...changes }, available, into);
    return { ...into };
  });
  return { investigated: mean(found.map((f) => f.investigated)), otherwise: mean(found.map((f) => f.otherwise)) };
}

const only = (stream: 'inflow' | 'work' | 'queue'): ClosingRates => ratesOf(alternativeClosings([month], stream), 0);

describe('what would have left without the funded staff', () => {
  it('is what left, where nothing differs', () => {
    for (const rates of [learned, only('inflow'), only('work'), only('queue')])
      expect(left(rates, {})).toEqual({ investigated: 30, otherwise: 12 });
  });

  it('follows the inflow: as many, less those of files that would not have come', () => {
    expect(left(only('inflow'), { capacity: 10, gap: 100 }).otherwise).toBe(12);
    expect(left(only('inflow'), { induced: 10 }).otherwise).toBeCloseTo(12 * 0.75, 0);
  });

  it('follows the work: fewer where less was done, more where more', () => {
    expect(left(only('work'), { capacity: 10 }).otherwise).toBeCloseTo(4, 0);
    expect(left(only('work'), { capacity: 60 }).otherwise).toBeCloseTo(24, 0);
  });

  it('follows the backlog: more of a longer one, fewer of a shorter one', () => {
    expect(left(only('queue'), { gap: 100 }).otherwise).toBeCloseTo(12 + 100 * (12 / 200), 0);
    expect(left(only('queue'), { gap: -100 }).otherwise).toBeCloseTo(6, 0);
  });

  it('takes as much of a longer backlog in a clean-up as of that which was', () => {
    const cleaned = { ...month, left: 90, isUnusual: true };
    const found = left(learned, { gap: 100 }, cleaned).otherwise;
    expect(found).toBeGreaterThan(90 + 30);
    expect(found).toBeLessThan(90 + 48);
  });

  it('is no more than there was', () => {
    const { investigated, otherwise } = left(learned, { gap: -190, capacity: 500 }, month, 240);
    expect(investigated + otherwise).toBeCloseTo(50, 6);
  });
});
