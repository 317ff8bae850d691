import { describe, expect, it } from 'vitest';
import { judge } from '../../../proofs/calibrate/panels/bands.ts';
import { summarise, type Summary } from '../../../proofs/calibrate/panels/summary.ts';
import { scorePanels } from '../../../proofs/calibrate/pool.mjs';
import { isStress, times } from '../../support/stress.ts';
import { isWhole } from '../../support/whole.ts';

const panels = times(10, 20);
const seeds = Array.from({ length: panels }, (_, index) => 6000 + index);

/** Chains shorter than the product's: the intervals hardly feel it, and one core needs less than a minute for all panels. */
const sampler = { sweeps: 600, burnIn: 220 };

/** For 10 panels: as `judge` has them for 20, and the root of two times as wide about the same middle. */
const bands = [
  { low: 0.35, high: 0.7 },
  { low: 0.66, high: 0.95 },
  { low: 0.865, high: 1 },
] as const;

function judgeFew({ horizons }: Summary) {
  return horizons.flatMap(({ month, unitCoverage }) =>
    bands.map(({ low, high }, level) => {
      const { value } = unitCoverage[level]!;
      return { month, level, value, passes: value >= low && value <= high };
    }),
  );
}

describe.runIf(isWhole)(`the capacity model on ${String(panels)} panels with parameters from its priors`, () => {
  it('holds the true gap of units as often as its 50, 80 and 95 % intervals say', { timeout: 600_000 }, async () => {
    // In a thread of its own, as the command does it: there Node runs the sources themselves, faster than transformed for tests.
    const scored = await scorePanels({ scenario: 'sbc', sampler, isGraded: false }, seeds, 1, () => undefined);
    expect(scored.map(({ seed }) => seed)).toEqual(seeds);
    const summary = summarise(scored);
    const verdicts = isStress ? judge(summary)! : judgeFew(summary);
    expect(verdicts).toHaveLength(9);
    expect(verdicts.filter(({ passes }) => !passes)).toEqual([]);
  });
});
