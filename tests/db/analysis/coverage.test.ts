import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/analysis/assumptions.ts';
import { estimateCounterfactual } from '../../../db/analysis/counterfactual.ts';
import { checkPanel, stockFlowResidual } from '../../../db/analysis/panel.ts';
import { defaultSimulation, simulatePanels, type SimulationSettings } from '../../../db/analysis/simulate.ts';

type Coverage = {
  readonly units: number;
  readonly within80: number;
  readonly within95: number;
  readonly bias: number;
  readonly gap: number;
};

/** One funded unit from each of many simulated worlds, so that units are independent. */
function coverage(worlds: number, firstSeed: number, changes: Partial<SimulationSettings>): Coverage {
  const found = { units: 0, within80: 0, within95: 0, bias: 0, gap: 0 };
  for (let world = 0; world < worlds; world += 1) {
    const units = simulatePanels({ ...defaultSimulation, units: 3, funded: 1, ...changes, seed: firstSeed + world });
    const unit = units.find((one) => one.truth.funding !== null)!;
    const result = estimateCounterfactual(unit.panel, defaultAssumptions, { seed: 77, draws: 800 });
    if (result.status !== 'estimated') continue;
    const t = result.months.indexOf(result.asOf);
    const truth = unit.truth.backlogWithout[t]! - unit.truth.backlog[t]!;
    const { p025, p10, p90, p975, mean } = result.avoidedNow;
    found.units += 1;
    if (truth >= p10 && truth <= p90) found.within80 += 1;
    if (truth >= p025 && truth <= p975) found.within95 += 1;
    found.bias += mean - truth;
    found.gap += truth;
  }
  const { units } = found;
  return {
    units,
    within80: found.within80 / units,
    within95: found.within95 / units,
    bias: found.bias / units,
    gap: found.gap / units,
  };
}

describe('coverage of a known path without the funded staff', () => {
  it('is nominal when the truth comes from the prior: 400 units, 3 standard errors, a little above for ties at zero', () => {
    const found = coverage(400, 1000, {});
    expect(found.units).toBe(400);
    const se80 = Math.sqrt((0.8 * 0.2) / found.units);
    const se95 = Math.sqrt((0.95 * 0.05) / found.units);
    expect(found.within80).toBeGreaterThan(0.8 - 3 * se80);
    expect(found.within80).toBeLessThan(0.8 + 3 * se80);
    expect(found.within95).toBeGreaterThan(0.95 - 3 * se95);
    expect(Math.abs(found.bias)).toBeLessThan(0.15 * found.gap);
  });

  it('holds a true null effect in its 95 % interval, although the prior pulls the centre up: no single figure may be claimed', () => {
    const truth = { productivity: 0, spread: 0, rampMonths: 6 };
    const found = coverage(200, 5000, { truth });
    expect(found.within95).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / found.units));
    expect(found.bias).toBeGreaterThan(0);
  });
});

describe('simulated panels', () => {
  it('are the same bytes for the same seed, and pass for a unit’s panel', () => {
    expect(serialize(simulatePanels(defaultSimulation)).equals(serialize(simulatePanels(defaultSimulation)))).toBe(
      true,
    );
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
