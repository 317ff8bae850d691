import { describe, expect, it } from 'vitest';
import { checkPanel, stockFlowResidual } from '../../../db/estimator/panel.ts';
import { defaultSimulation, simulatePanels } from '../../../db/estimator/simulate.ts';

describe('simulated panels', () => {
  it('are the same bytes for the same seed, and pass for a unit’s panel', () => {
    // Written as text: V8's own bytes tell how an engine holds a number, too, and that may change from one run to the next.
    expect(JSON.stringify(simulatePanels(defaultSimulation))).toBe(JSON.stringify(simulatePanels(defaultSimulation)));
    const units = simulatePanels(defaultSimulation);
    expect(units.filter((unit) => unit.truth.funding !== null)).toHaveLength(30);
    for (const { panel } of units) {
      expect(() => {
        checkPanel(panel);
      }).not.toThrow();
    }
  });

  it('have the same path in both worlds until the funding, and without any', () => {
    for (const { truth } of simulatePanels({ ...defaultSimulation, seed: 9 })) {
      const until = truth.funding?.start ?? truth.backlog.length;
      expect(truth.backlogWithout.slice(0, until)).toEqual(truth.backlog.slice(0, until));
    }
  });

  it('balance but for the audits and months not reported', () => {
    const units = simulatePanels({ ...defaultSimulation, unreportedShare: 0, seed: 12 });
    const residuals = units.flatMap((unit) => stockFlowResidual(unit.panel).slice(1));
    expect(residuals.every((value) => value !== null)).toBe(true);
    const moved = residuals.filter((value) => value !== 0).length / residuals.length;
    expect(moved).toBeGreaterThan(0.02);
    expect(moved).toBeLessThan(0.06);
  });

  it('fund the units with the largest backlogs for an FTE', () => {
    const units = simulatePanels({ ...defaultSimulation, unreportedShare: 0, seed: 3 });
    const t = defaultSimulation.decisionMonth - 1;
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    const load = (funded: boolean): number =>
      mean(
        units
          .filter((unit) => (unit.truth.funding !== null) === funded)
          .map((unit) => unit.truth.backlog[t]! / unit.panel.fteBase[0]!),
      );
    expect(load(true)).toBeGreaterThan(load(false));
  });
});
