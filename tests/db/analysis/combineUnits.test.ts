import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/analysis/assumptions.ts';
import { combineUnits } from '../../../db/analysis/combineUnits.ts';
import {
  estimateCounterfactual,
  type EstimatedCounterfactual,
  type RefusedCounterfactual,
} from '../../../db/analysis/counterfactual.ts';
import type { UnitPanel } from '../../../db/analysis/panel.ts';
import { steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const month = '2020-03';
const last = 35;

function estimate(
  panel: UnitPanel,
  seed = 1,
  assumptions = defaultAssumptions,
): EstimatedCounterfactual | RefusedCounterfactual {
  const result = estimateCounterfactual(panel, assumptions, { seed, draws: 3000, keepMonths: ['2019-12', month] });
  if (result.status === 'cancelled') throw new Error('cancelled');
  return result;
}

const units = ['U01', 'U02', 'U03'].map((unitId) => steadyPanel(36, 12, { unitId }));

function width(result: EstimatedCounterfactual): number {
  return result.avoidedNow.p90 - result.avoidedNow.p10;
}

describe('totals over units', () => {
  it('add up the draws of each world', () => {
    const results = units.map((unit) => estimate(unit));
    const [total] = combineUnits(results, [month]).months;
    const draws = results.map((result) => (result as EstimatedCounterfactual).draws.avoidedByMonth[month]!);
    const sums = draws[0]!.map((value, d) => value + draws[1]![d]! + draws[2]![d]!);
    expect(total).toMatchObject({ month, units: 3, backlog: 3 * (400 + 5 * 36) });
    expect(total!.avoided!.mean).toBeCloseTo(sums.reduce((a, b) => a + b, 0) / sums.length, 9);
    expect(total!.fan!.p50).toBe(total!.backlog! + total!.avoided!.p50);
  });

  it('share productivity and ramp but not luck: the interval is wider than independent units give, narrower than added ends', () => {
    const results = units.map((unit) => estimate(unit) as EstimatedCounterfactual);
    const [total] = combineUnits(results, [month]).months;
    const joint = total!.avoided!.p90 - total!.avoided!.p10;
    expect(joint).toBeLessThan(results.reduce((sum, result) => sum + width(result), 0));
    expect(joint).toBeGreaterThan(1.3 * Math.sqrt(results.reduce((sum, result) => sum + width(result) ** 2, 0)));
  });

  it('leave out what has no answer and say so', () => {
    const refused = { ...steadyPanel(36, 12, { unitId: 'U04' }), fteFunded: units[0]!.fteFunded.map(() => null) };
    const silent = withoutReports(steadyPanel(36, 12, { unitId: 'U05' }), [last]);
    const combined = combineUnits(
      [...units.map((unit) => estimate(unit)), estimate(refused), estimate(silent)],
      ['2019-12', month, '2031-03'],
    );
    expect(combined.unitCount).toBe(5);
    expect(combined.refused.map((unit) => unit.unitId)).toEqual(['U04']);
    expect(combined.months.map((one) => one.units)).toEqual([4, 3, 0]);
    expect(combined.months[2]).toEqual({
      month: '2031-03',
      units: 0,
      backlog: null,
      fan: null,
      avoided: null,
      probabilityBelow: null,
    });
  });

  it('refuse estimates that do not belong together', () => {
    const one = estimate(units[0]!);
    expect(() => combineUnits([one, estimate(units[1]!, 2)], [month])).toThrow(RangeError);
    expect(() =>
      combineUnits([one, estimate(units[1]!, 1, { ...defaultAssumptions, rampMonths: [6] })], [month]),
    ).toThrow(RangeError);
    expect(() => combineUnits([one, one], [month])).toThrow(RangeError);
  });
});
