import { describe, expect, it } from 'vitest';
import { judge } from '../../../../db/analysis/calibration/bands.ts';
import { fitPanel } from '../../../../db/analysis/calibration/fitPanel.ts';
import { generatePanel } from '../../../../db/analysis/calibration/generate.ts';
import { scenarios } from '../../../../db/analysis/calibration/scenarios.ts';
import { scorePanel, type PanelScore } from '../../../../db/analysis/calibration/score.ts';
import { summarise } from '../../../../db/analysis/calibration/summary.ts';

/** Shorter chains than the product's: intervals of units hardly feel it, and the test stays under a minute. */
const length = { sweeps: 600, burnIn: 220 };

function scoreOf(seed: number): PanelScore {
  const generated = generatePanel(scenarios.sbc, seed);
  return scorePanel(generated, fitPanel(generated.panels, scenarios.sbc.model, seed, length), seed);
}

describe('the capacity model on 20 panels with parameters from its priors', () => {
  it('holds the true gap of units as often as its 50, 80 and 95 % intervals say', { timeout: 600_000 }, () => {
    const summary = summarise(Array.from({ length: 20 }, (_, index) => scoreOf(6000 + index)));
    const verdicts = judge(summary)!;
    expect(verdicts).toHaveLength(9);
    expect(verdicts.filter(({ passes }) => !passes)).toEqual([]);
  });
});
