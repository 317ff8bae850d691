import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { studyEvents } from '../../../db/estimator/crossChecks/eventStudy.ts';
import { estimateUnits, type EstimatedUnit } from '../../../db/estimator/estimate.ts';
import { gradeEvidence } from '../../../db/estimator/grades.ts';
import { gradeUnit } from '../../../db/estimator/gradeUnit.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { defaultSimulation, simulatePanels } from '../../../db/estimator/simulate.ts';
import { withoutReports } from '../../support/unitPanels.ts';

const options = { seed: 3, chains: 1, sweeps: 30, burnIn: 10, thin: 1 };
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

  it('is not told apart by units that are silent on one side of the funding', () => {
    const months = panels[0]!.months;
    const first = Math.min(...funded.map((panel) => panel.fteFunded.findIndex((fte) => (fte ?? 0) > 0)));
    const silent = (from: number, to: number) =>
      controls.map((panel) =>
        withoutReports(
          panel,
          Array.from({ length: to - from }, (_, index) => from + index),
        ),
      );
    const graded = (units: readonly UnitPanel[]) => atBest([...funded, ...units]).reasons;
    expect(graded(silent(first, months.length))).toEqual(['no_controls']);
    expect(graded(silent(0, first))).toEqual(['no_controls']);
    expect(graded([...silent(first, months.length).slice(0, 3), ...controls.slice(3)])).toEqual(['few_controls']);
    expect(graded(silent(first, first + 6))).toEqual([]);
    expect(graded(silent(0, first - 16))).toEqual([]);
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

  it('in the inflow is not told apart where that of the funded units alone no longer falls', () => {
    const share = (t: number): number => 1 - (0.8 * t) / 83;
    const falling = panels.map((panel) => {
      const start = panel.fteFunded.findIndex((fte) => (fte ?? 0) > 0);
      const inflowReferred = panel.inflowReferred.map((files, t) =>
        files === null ? null : Math.round(files * share(start >= 0 ? Math.min(t, start) : t)),
      );
      return { ...panel, inflowReferred, inflowProactive: panel.months.map(() => null) };
    });
    const events = studyEvents(falling, { seed: 1, permutations: 199 });
    expect(events).toMatchObject({ status: 'estimated', inducedInflow: true });
    const { units } = estimateUnits(falling, defaultAssumptions, options);
    const unit = units.find(
      (each): each is EstimatedUnit =>
        each.status === 'estimated' && each.fundingStart !== null && each.facts.inflowRose === false,
    )!;
    expect(gradeUnit(unit, null, null).reasons).toContain('inflow_split_missing');
    expect(gradeUnit(unit, null, events).reasons).toContain('inflow_rose');
    const recorded = { ...unit, facts: { ...unit.facts, inflowSplitRecorded: true } };
    expect(gradeUnit(recorded, null, events).reasons).not.toContain('inflow_rose');
  });
});
