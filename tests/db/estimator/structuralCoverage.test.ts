import { describe, expect, it } from 'vitest';
import { checkStructural } from '../../../db/estimator/crossChecks/structural.ts';
import { defaultSimulation, simulatePanels } from '../../../db/estimator/simulate.ts';
import { findWindow } from '../../../db/estimator/window.ts';

const worlds = 6;
const truth = { productivity: 0.9, spread: 0.12, rampMonths: 6 };

/** Funded units of simulated worlds, with what the structural series says of them and the truth. */
function checkWorlds() {
  const found = [];
  for (let seed = 1; seed <= worlds; seed += 1) {
    const units = simulatePanels({ ...defaultSimulation, seed, truth });
    const controls = units.filter((unit) => unit.truth.funding === null).map(({ panel }) => panel);
    const funded = units.flatMap(({ panel, truth: { funding, backlog, backlogWithout } }) => {
      const window = findWindow(panel);
      if (funding === null || !('window' in window)) return [];
      return [{ panel, window: window.window, avoided: backlogWithout.map((without, t) => without - backlog[t]!) }];
    });
    const results = funded.map(({ panel, window }) =>
      checkStructural(panel, window, controls, { seed: 3, draws: 500, otherwise: null }),
    );
    for (const [index, result] of results.entries()) {
      if (result.status !== 'estimated') throw new Error(result.reason);
      const { avoided, window } = funded[index]!;
      found.push({ truth: avoided[window.last]!, ...result.avoidedNow });
    }
  }
  return found;
}

describe('the structural time series on simulated units', () => {
  const found = checkWorlds();
  const share = (holds: (unit: (typeof found)[number]) => boolean): number => found.filter(holds).length / found.length;
  const sum = (value: (unit: (typeof found)[number]) => number): number =>
    found.reduce((t, unit) => t + value(unit), 0);

  it('holds the truth at least as often as it says: the wide, honest check', () => {
    expect(found).toHaveLength(30 * worlds);
    const within80 = share((unit) => unit.truth >= unit.p10 && unit.truth <= unit.p90);
    expect(within80).toBeGreaterThan(0.8);
    expect(within80).toBeLessThan(0.97);
    expect(share((unit) => unit.truth >= unit.p025 && unit.truth <= unit.p975)).toBeGreaterThan(0.95);
  });

  it('is not far off on the whole', () => {
    const total = sum((unit) => unit.truth);
    expect(Math.abs(sum((unit) => unit.mean) - total)).toBeLessThan(0.3 * total);
  });
});
