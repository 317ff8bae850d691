import { describe, expect, it } from 'vitest';
import { practiceChange } from '../../../../db/estimator/closings/practice.ts';
import type { ClosingMonth } from '../../../../db/estimator/closings/months.ts';
import { createRandom } from '../../../../db/estimator/random.ts';
import { samplePoisson } from '../../../../db/estimator/samplers.ts';

const length = 72;

/** A unit of 40 files a month, of which so many leave at triage, and one month of its own. */
function unit(seed: number, share: (t: number) => number, cleaned: number | null = null): readonly ClosingMonth[] {
  const random = createRandom(seed, 'practice');
  return Array.from({ length }, (_, t) => ({
    left: samplePoisson(random, 40 * share(t)) + (t === cleaned ? 150 : 0),
    inflow: 40,
    work: 30,
    queue: 200,
    isUnusual: false,
  }));
}

/** As learned from all of the months. */
const ratesOf = (months: readonly ClosingMonth[]) => {
  const left = months.reduce((sum, month) => sum + month.left, 0);
  return { inflow: left / (40 * length), work: 0, queue: 0, size: 20 };
};
const changeOf = (months: readonly ClosingMonth[]): number | null => {
  const found = practiceChange(months, ratesOf(months));
  return found && months.indexOf(found);
};

describe('a change of the practice by which files are closed without investigation', () => {
  it('is found where the share closed at triage rises from 5 to 25 %, about where it did', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const found = changeOf(unit(seed, (t) => (t < 45 ? 0.05 : 0.25)));
      expect(found).toBeGreaterThanOrEqual(40);
      expect(found).toBeLessThanOrEqual(50);
    }
  });

  it('is not found in a unit that goes on as it does, nor in a clean-up: in none of 200', () => {
    const found = Array.from({ length: 200 }, (_, seed) =>
      changeOf(unit(seed, () => 0.15, seed % 2 === 0 ? 30 : null)),
    );
    expect(found.filter((each) => each !== null)).toEqual([]);
  });

  it('is not found where there are no months', () => {
    expect(practiceChange([], { inflow: 0, work: 0, queue: 0, size: 1 })).toBeNull();
  });
});
