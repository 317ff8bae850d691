import { describe, expect, it } from 'vitest';
import { defaultAssumptions, type Assumptions } from '../../../db/estimator/assumptions.ts';
import { estimateUnits, type EstimatedUnit } from '../../../db/estimator/estimate.ts';
import { mean } from '../../../db/estimator/numbers.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { estimateSensitivity, type ScenarioResult } from '../../../db/estimator/sensitivity.ts';
import { inThread } from '../../support/inThread.ts';
import { steadyPanel } from '../../support/unitPanels.ts';

const options = { seed: 4, chains: 1, sweeps: 1600, burnIn: 400, thin: 1 };
const length = 24;
const hours = Array.from({ length }, () => 60);
const panel = steadyPanel(length, 12, {
  overtimeBase: hours,
  overtimeFunded: hours.map((value, t) => (t < 12 ? 0 : value)),
});

function run(one: UnitPanel, assumptions: Assumptions = defaultAssumptions): Promise<readonly ScenarioResult[]> {
  const module = new URL('../../../db/estimator/sensitivity.ts', import.meta.url);
  return inThread(module, estimateSensitivity, [one], assumptions, options);
}

function drawsOf(results: readonly ScenarioResult[], code: string, value: ScenarioResult['value']): Int32Array {
  return results.find((each) => each.code === code && each.value === value)!.units[0]!.draws!;
}

/** Assumed already, so that the model is fitted to them no second time. */
const settled: Assumptions = { ...defaultAssumptions, rampMonths: [3], capacityExponent: 0.85, fixedSpread: 0.02 };

const codes = (results: readonly ScenarioResult[]): Set<string> => new Set(results.map((each) => each.code));

describe('one assumption changed at a time', () => {
  it('moves each way as the assumption says, from the very draws of the estimate', async () => {
    const results = await run(panel, settled);
    const average = (code: string, value: ScenarioResult['value']): number => mean(drawsOf(results, code, value));
    expect(average('overtime_productivity', 1.5)).toBeGreaterThan(average('overtime_productivity', 0.5));
    expect(average('substitution_share', 0.25)).toBeGreaterThan(average('substitution_share', 0.5));
    // 30 files a month over 12 funded months: each 10 % is 36 files, less those of them that would have left otherwise.
    const step = average('induced_inflow_share', 0.1) - average('induced_inflow_share', 0.2);
    expect(step).toBeGreaterThan(27);
    expect(step).toBeLessThan(38);
    const { units } = await inThread(
      new URL('../../../db/estimator/estimate.ts', import.meta.url),
      estimateUnits,
      [panel],
      { ...settled, coupling: 'independent' } as const,
      options,
    );
    // Luck of its own does not change what the chain learns: with the same seed it is the same draws of another coupling.
    const unit = units[0] as EstimatedUnit;
    expect(drawsOf(results, 'coupling', 'independent')).toEqual(unit.draws.get(unit.asOf));
  });

  it('avoids less with a longer ramp or a lower exponent where the productivity is known: with an unknown one the data make up for it', async () => {
    const relativeProductivity = { mean: 1, deviation: 0.01 };
    const known = { ...defaultAssumptions, relativeProductivity, productivitySpread: 0.01, fixedSpread: 0.02 };
    const results = await run(steadyPanel(length, 12), known);
    const average = (code: string, value: number): number => mean(drawsOf(results, code, value));
    expect(average('ramp_months', 3)).toBeGreaterThan(1.1 * average('ramp_months', 18));
    expect(average('capacity_exponent', 0.85)).toBeGreaterThan(1.05 * average('capacity_exponent', 0.7));
  });

  it('leaves out what cannot change the unit, and what is assumed already', async () => {
    // What is left out does not hang on how much is known of the unit.
    const split = { ...steadyPanel(10, 5), inflowProactive: Array.from({ length: 10 }, () => 3) };
    const fixed: Assumptions = { ...defaultAssumptions, coupling: 'independent', rampMonths: [3], fixedSpread: 0.5 };
    const results = await run(split, fixed);
    const others = ['substitution_share', 'administrative', 'ramp_months', 'capacity_exponent', 'pooling'];
    expect(codes(results)).toEqual(new Set(others));
    expect(results.flatMap(({ code, value }) => (code === 'ramp_months' ? [value] : []))).toEqual([18]);
    expect(results.flatMap(({ code, value }) => (code === 'pooling' ? [value] : []))).toEqual(['complete']);
  });

  it('has nothing for a unit that is refused, nor for one that was never funded', () => {
    const refused = { ...panel, fteFunded: panel.fteFunded.map(() => null) };
    expect(estimateSensitivity([refused], defaultAssumptions, options)).toEqual([]);
    expect(estimateSensitivity([steadyPanel(length, length)], defaultAssumptions, options)).toEqual([]);
  });

  it('reports progress over all its fits', () => {
    const shares: number[] = [];
    const onProgress = (share: number): void => void shares.push(share);
    const short = steadyPanel(10, 5);
    estimateSensitivity([short], defaultAssumptions, { seed: 1, chains: 1, sweeps: 100, burnIn: 20, onProgress });
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  });
});
