import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/analysis/assumptions.ts';
import { estimateCounterfactual } from '../../../db/analysis/counterfactual.ts';
import { estimateSensitivity, type SensitivityRow } from '../../../db/analysis/sensitivity.ts';
import type { UnitPanel } from '../../../db/analysis/panel.ts';
import { steadyPanel } from '../../support/unitPanels.ts';

const options = { seed: 4, draws: 1500 };
const length = 36;
const hours = Array.from({ length }, () => 60);

function rowsOf(panel: UnitPanel): { rows: readonly SensitivityRow[]; notApplicable: readonly string[] } {
  const result = estimateSensitivity(panel, defaultAssumptions, options);
  if (result.status !== 'estimated') throw new Error(result.status);
  return result;
}

function median(rows: readonly SensitivityRow[], scenario: string, value: number): number {
  return rows.find((row) => row.scenario === scenario && row.value === value)!.median;
}

describe('the sensitivity strip', () => {
  const panel = steadyPanel(length, 12, {
    overtimeBase: hours,
    overtimeFunded: hours.map((value, t) => (t < 12 ? 0 : value)),
  });

  it('moves each way as the assumption says', () => {
    const { rows, notApplicable } = rowsOf(panel);
    expect(notApplicable).toEqual([]);
    expect(rows).toHaveLength(10);
    expect(median(rows, 'ramp_months', 3)).toBeGreaterThan(median(rows, 'ramp_months', 18));
    expect(median(rows, 'overtime_productivity', 1.5)).toBeGreaterThan(median(rows, 'overtime_productivity', 0.5));
    expect(median(rows, 'substitution_share', 0)).toBeGreaterThan(median(rows, 'substitution_share', 0.25));
    expect(median(rows, 'substitution_share', 0.25)).toBeGreaterThan(median(rows, 'substitution_share', 0.5));
    const induced = [0, 0.1, 0.2].map((value) => median(rows, 'induced_inflow_share', value));
    // 30 files a month over 24 funded months: each 10 % is 72 files.
    expect(Math.abs(induced[0]! - induced[1]! - 72)).toBeLessThan(12);
    expect(Math.abs(induced[1]! - induced[2]! - 72)).toBeLessThan(12);
    for (const row of rows) expect(row.low <= row.median && row.median <= row.high).toBe(true);
  });

  it('has the estimate itself as its base, and the rows that change nothing equal to it', () => {
    const result = estimateSensitivity(panel, defaultAssumptions, options);
    const estimate = estimateCounterfactual(panel, defaultAssumptions, options);
    if (result.status !== 'estimated' || estimate.status !== 'estimated') throw new Error('not estimated');
    expect(result.base).toEqual({
      median: estimate.avoidedNow.p50,
      low: estimate.avoidedNow.p10,
      high: estimate.avoidedNow.p90,
    });
    expect(median(result.rows, 'substitution_share', 0)).toBe(result.base.median);
    expect(median(result.rows, 'induced_inflow_share', 0)).toBe(result.base.median);
  });

  it('leaves out what cannot change the unit', () => {
    const split = { ...steadyPanel(length, 12), inflowProactive: Array.from({ length }, () => 3) };
    expect(rowsOf(split).notApplicable).toEqual(['overtime_productivity', 'induced_inflow_share']);
    const unfunded = rowsOf(steadyPanel(length, length));
    expect(unfunded.rows).toEqual([]);
    expect(unfunded.notApplicable).toHaveLength(4);
  });

  it('is refused as the estimate is, and stops when cancelled', () => {
    const refused = { ...panel, fteFunded: panel.fteFunded.map(() => null) };
    expect(estimateSensitivity(refused, defaultAssumptions, options)).toMatchObject({
      status: 'refused',
      reasons: [{ code: 'fte_missing' }],
    });
    let asked = 0;
    const isCancelled = (): boolean => {
      asked += 1;
      return asked > 30;
    };
    expect(estimateSensitivity(panel, defaultAssumptions, { ...options, isCancelled })).toEqual({
      status: 'cancelled',
    });
    expect(asked).toBe(31);
  });

  it('reports progress over all its runs', () => {
    const shares: number[] = [];
    estimateSensitivity(panel, defaultAssumptions, { ...options, onProgress: (share) => shares.push(share) });
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
  });
});
