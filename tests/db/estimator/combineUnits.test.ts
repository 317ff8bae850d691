import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { addDraws, combineUnits } from '../../../db/estimator/combineUnits.ts';
import { estimateUnits, type EstimatedUnit } from '../../../db/estimator/estimate.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const month = '2020-03';
const last = 35;
const units = ['U01', 'U02', 'U03'].map((unitId) => steadyPanel(36, 12, { unitId }));

function estimate(panels: readonly UnitPanel[]): readonly EstimatedUnit[] {
  const options = { seed: 1, chains: 1, sweeps: 1600, burnIn: 400, thin: 1 };
  return estimateUnits(panels, defaultAssumptions, options).units.filter((unit) => unit.status === 'estimated');
}

function width(unit: EstimatedUnit): number {
  return unit.avoidedNow.p90 - unit.avoidedNow.p10;
}

describe('totals over units', () => {
  const silent = withoutReports(steadyPanel(36, 12, { unitId: 'U05' }), [last]);
  const all = estimate([...units, silent]);
  const results = all.slice(0, 3);

  it('add up the draws of each world', () => {
    const [total] = combineUnits(results, [month]);
    const draws = results.map((result) => result.draws.get(month)!);
    const sums = draws[0]!.map((value, d) => value + draws[1]![d]! + draws[2]![d]!);
    expect(total).toMatchObject({ month, units: 3, backlog: 3 * (400 + 5 * 36) });
    expect(total!.avoided!.mean).toBeCloseTo(sums.reduce((a, b) => a + b, 0) / sums.length, 9);
    expect(total!.fan!.p50).toBe(total!.backlog! + total!.avoided!.p50);
  });

  it('share productivity and ramp but not luck: wider than independent units give, narrower than added ends', () => {
    const [total] = combineUnits(results, [month]);
    const joint = total!.avoided!.p90 - total!.avoided!.p10;
    expect(joint).toBeLessThan(results.reduce((sum, result) => sum + width(result), 0));
    expect(joint).toBeGreaterThan(1.2 * Math.sqrt(results.reduce((sum, result) => sum + width(result) ** 2, 0)));
  });

  it('leave out what has no answer for the month and say how many are in', () => {
    const combined = combineUnits(all, ['2019-12', month, '2031-03']);
    expect(combined.map((one) => one.units)).toEqual([4, 3, 0]);
    expect(combined[2]).toEqual({
      month: '2031-03',
      units: 0,
      backlog: null,
      fan: null,
      avoided: null,
      probabilityBelow: null,
    });
  });

  it('add up beyond what 32 bits hold', () => {
    expect([...addDraws([Int32Array.of(1.5e9), Int32Array.of(1.5e9)])]).toEqual([3e9]);
  });

  it('refuse a unit that is given twice', () => {
    expect(() => combineUnits([all[0]!, all[0]!], [month])).toThrow(RangeError);
  });
});
