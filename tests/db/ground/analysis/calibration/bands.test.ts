import { describe, expect, it } from 'vitest';
import { judge } from '../../../../../db/ground/analysis/calibration/bands.ts';
import { summarise } from '../../../../../db/ground/analysis/calibration/summary.ts';
import { scorePanels } from '../../../../../scripts/calibrate/pool.mjs';

const seeds = Array.from({ length: 20 }, (_, index) => 6000 + index);

/** Chains shorter than the product's: the intervals hardly feel it, and one core needs less than a minute for all panels. */
const sampler = { sweeps: 600, burnIn: 220 };

describe('the capacity model on 20 panels with parameters from its priors', () => {
  it('holds the true gap of units as often as its 50, 80 and 95 % intervals say', { timeout: 600_000 }, async () => {
    // In a thread of its own, as the command does it: there Node runs the sources themselves, four times as fast as transformed for tests.
    const scored = await scorePanels({ scenario: 'sbc', sampler }, seeds, 1, () => undefined);
    expect(scored.map(({ score }) => score.seed)).toEqual(seeds);
    const verdicts = judge(summarise(scored.map(({ score }) => score)))!;
    expect(verdicts).toHaveLength(9);
    expect(verdicts.filter(({ passes }) => !passes)).toEqual([]);
  });
});
