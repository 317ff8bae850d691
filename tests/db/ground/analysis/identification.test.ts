import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../db/ground/analysis/assumptions.ts';
import { estimateUnits, type EstimatedUnit } from '../../../../db/ground/analysis/estimate.ts';
import { gradeEvidence } from '../../../../db/ground/analysis/grades.ts';
import type { UnitPanel } from '../../../../db/ground/analysis/panel.ts';
import { defaultSimulation, simulatePanels } from '../../../../db/ground/analysis/simulate.ts';

const options = { seed: 3, chains: 1, sweeps: 100, burnIn: 50, thin: 1 };
const settings = { ...defaultSimulation, units: 22, funded: 16, seed: 4 };
const panels = simulatePanels(settings).map(({ panel }) => panel);
const isFunded = (panel: UnitPanel): boolean => panel.fteFunded.some((fte) => (fte ?? 0) > 0);
const funded = panels.filter(isFunded);
const controls = panels.filter((panel) => !isFunded(panel));

/** Grade and reasons of the first funded unit if all that does not depend on the other units were met. */
function atBest(units: readonly UnitPanel[]) {
  const { basis, units: found } = estimateUnits(units, defaultAssumptions, options);
  const unit = found.find((each): each is EstimatedUnit => each.status === 'estimated' && each.fundingStart !== null)!;
  const met = {
    priorWeight: 0,
    flatPreTrend: true,
    roseBefore: false,
    insideStructuralBand: true,
    inflowSplitRecorded: true,
    starvedShare: 0,
  };
  const { grade, reasons } = gradeEvidence({ ...unit.facts, ...met, residualShare: 0, administrativeShare: 0 });
  return { basis, grade, reasons };
}

describe('what the months did and what the funding did', () => {
  it('cannot be told apart without never-funded units, though their dates differ: no single figure', () => {
    expect(atBest(funded)).toEqual({ basis: 'estimated', grade: 'D', reasons: ['no_controls'] });
  });

  it.each([1, 3, 5])('is hardly told apart by %i of them', (count) => {
    expect(atBest([...funded, ...controls.slice(0, count)])).toEqual({
      basis: 'estimated',
      grade: 'C',
      reasons: ['few_controls'],
    });
  });

  it('is told apart by six', () => {
    expect(atBest([...funded, ...controls])).toEqual({ basis: 'estimated', grade: 'A', reasons: [] });
  });

  it('in the inflow is not told apart where it rose and proactive files are not recorded', () => {
    const rising = panels.map((panel) => {
      const start = panel.fteFunded.findIndex((fte) => (fte ?? 0) > 0);
      const more = panel.inflowReferred.map((files, t) =>
        files === null ? null : files + (start >= 0 && t >= start ? 3 : 0),
      );
      return { ...panel, inflowReferred: more, inflowProactive: panel.months.map(() => null) };
    });
    const { units } = estimateUnits(rising, defaultAssumptions, options);
    const unit = units.find((each): each is EstimatedUnit => each.status === 'estimated' && each.fundingStart !== null);
    expect(unit?.facts).toMatchObject({ inflowSplitRecorded: false, inflowRose: true, controls: 6 });
  });
});
