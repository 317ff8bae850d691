import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/analysis/assumptions.ts';
import { combineUnits } from '../../../db/analysis/combineUnits.ts';
import { estimateCounterfactual } from '../../../db/analysis/counterfactual.ts';
import { runCounterfactual } from '../../../db/analysis/run.ts';
import { estimateSensitivity } from '../../../db/analysis/sensitivity.ts';
import { steadyPanel } from '../../support/unitPanels.ts';

const panels = [
  steadyPanel(30, 12, { unitId: 'U01' }),
  steadyPanel(30, 12, { unitId: 'U02', fteFunded: Array.from({ length: 30 }, () => null) }),
  steadyPanel(30, 15, { unitId: 'U03' }),
];
const task = {
  panels,
  assumptions: defaultAssumptions,
  seed: 8,
  draws: 300,
  totalMonths: ['2019-03', '2019-09'],
  withSensitivity: true,
};

describe('a run over several units', () => {
  it('is what the parts give one by one, without the draws', () => {
    const outcome = runCounterfactual(task, () => undefined);
    const options = { seed: 8, draws: 300, keepMonths: task.totalMonths };
    const results = panels.map((panel) => {
      const result = estimateCounterfactual(panel, defaultAssumptions, options);
      if (result.status === 'cancelled') throw new Error('cancelled');
      return result;
    });
    outcome.units.forEach((unit, index) => {
      expect(unit.result).not.toHaveProperty('draws');
      expect(results[index]).toMatchObject(unit.result);
    });
    expect(outcome.units.map((unit) => unit.result.status)).toEqual(['estimated', 'refused', 'estimated']);
    expect(outcome.units[0]!.sensitivity).toEqual(estimateSensitivity(panels[0]!, defaultAssumptions, options));
    expect(outcome.units[1]!.sensitivity).toBeNull();
    expect(outcome.total).toEqual(combineUnits(results, task.totalMonths));
    expect(outcome.total.months.map((month) => month.units)).toEqual([2, 2]);
  });

  it('reports whole steps that never go back and end at the total', () => {
    const told: [number, number][] = [];
    runCounterfactual(task, (done, total) => told.push([done, total]));
    const steps = told.map(([done]) => done);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.every(Number.isInteger)).toBe(true);
    expect(new Set(told.map(([, total]) => total))).toEqual(new Set([600]));
    expect(steps.at(-1)).toBe(600);
  });
});
