import { describe, expect, it } from 'vitest';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { gradeUnit } from '../../../db/estimator/gradeUnit.ts';
import { defaultSimulation, simulatePanels } from '../../../db/estimator/simulate.ts';
import { sortUnits } from '../../../db/estimator/usable.ts';
import { estimatedOne } from '../../support/estimates.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const start = 30;
const panel = steadyPanel(60, start);
const six = [36, 37, 38, 39, 40, 41];
const named = six.map((t) => panel.months[t]);
const times = (values: readonly (number | null)[], months: readonly number[], factor: number): (number | null)[] =>
  values.map((value, t) => (value !== null && months.includes(t) ? factor * value : value));
const after = (t: number): number[] => panel.months.flatMap((_, month) => (month >= t ? [month] : []));
const refusalOf = (changes: Partial<UnitPanel>) => sortUnits([{ ...panel, ...changes }]).refused[0]?.reasons;

describe('staff in post that cannot be as recorded refuses the unit and names the months', () => {
  it.each<[string, Partial<UnitPanel>]>([
    ['no base staff in six funded months of a unit that closes files', { fteBase: replaceAt(panel.fteBase, six, 0) }],
    ['base staff a hundred times the usual number', { fteBase: times(panel.fteBase, six, 100) }],
    ['base staff a hundredth of the usual number', { fteBase: times(panel.fteBase, six, 0.01) }],
    ['funded staff a hundred times the usual number', { fteFunded: times(panel.fteFunded, six, 100) }],
    ['overtime of more hours than people can work', { overtimeFunded: replaceAt(panel.overtimeFunded, six, 9000) }],
  ])('%s', (_, changes) => {
    expect(refusalOf(changes)).toEqual([{ code: 'staffing_impossible', months: named }]);
  });

  it('base staff that is zero before the funding', () => {
    expect(refusalOf({ fteBase: replaceAt(panel.fteBase, [3], 0) })).toMatchObject([{ months: [panel.months[3]] }]);
  });

  it('funded staff a hundred times the number in every month: files for a person fell to nothing', () => {
    const all = panel.months.slice(start);
    expect(refusalOf({ fteFunded: panel.fteFunded.map((fte) => 100 * fte!) })).toMatchObject([{ months: all }]);
  });

  it('base staff of one unit in another unit of measure than the others’', () => {
    const others = Array.from({ length: 8 }, (_, i) => steadyPanel(60, start, { unitId: `U1${i}` }));
    const wrong = { ...panel, unitId: 'U99', fteBase: panel.fteBase.map((fte) => 100 * fte!) };
    const { usable, refused } = sortUnits([...others, wrong]);
    expect(usable.map(({ panel: { unitId } }) => unitId)).toEqual(others.map(({ unitId }) => unitId));
    expect(refused).toMatchObject([{ unitId: 'U99', reasons: [{ code: 'staffing_impossible' }] }]);
  });
});

describe('staff in post to be questioned makes the grade C at best', () => {
  const doubtfulIn = (changes: Partial<UnitPanel>) => sortUnits([{ ...panel, ...changes }]).usable[0]?.doubtfulStaffing;

  it('where it is four times the usual number for half a year and no more files are closed', () => {
    const fteBase = times(panel.fteBase, six, 4);
    expect(doubtfulIn({ fteBase })).toEqual(named);
    const unit = estimatedOne({ ...panel, fteBase });
    expect(unit.doubtfulStaffing).toEqual(named);
    const evidence = gradeUnit(
      { ...unit, facts: { ...unit.facts, priorDriven: false, priorWeight: null, controls: null } },
      null,
      null,
    );
    expect([evidence.grade, evidence.reasons]).toEqual(['C', expect.arrayContaining(['staffing_doubtful'])]);
  });

  it('where a whole team worked a hundred hours of overtime each', () => {
    const staff = panel.months.map((_, t) => panel.fteBase[t]! + panel.fteFunded[t]!);
    const overtimeBase = panel.months.map((_, t) => (six.includes(t) ? 120 * staff[t]! : 0));
    expect(doubtfulIn({ overtimeBase, overtimeFunded: panel.months.map(() => 0) })).toEqual(named);
  });

  it('where funded staff is gone for months in which as much was closed, and back at the same number', () => {
    expect(doubtfulIn({ fteFunded: replaceAt(panel.fteFunded, [45, 46], 0) })).toEqual(
      [45, 46].map((t) => panel.months[t]),
    );
  });

  it('where it is zero in a month that reports nothing', () => {
    const { months: _, ...silent } = withoutReports(panel, [36]);
    expect(doubtfulIn({ ...silent, fteBase: replaceAt(panel.fteBase, [36], 0) })).toEqual([panel.months[36]]);
  });

  it('where an FTE would close a file in 20 months, or a hundred in one, in a unit that cannot be compared', () => {
    for (const factor of [100, 0.01]) {
      const fteBase = panel.fteBase.map((fte) => factor * fte!);
      const fteFunded = panel.fteFunded.map((fte) => factor * fte!);
      expect(doubtfulIn({ fteBase, fteFunded })).toEqual(panel.months);
    }
  });

  it('where funded staff is a hundredth of the usual number in some months, but not in one of hiring alone', () => {
    expect(doubtfulIn({ fteFunded: times(panel.fteFunded, six, 0.01) })).toEqual(named);
    expect(doubtfulIn({ fteFunded: replaceAt(panel.fteFunded, [start], 0.05) })).toEqual([]);
  });

  it('where own staff rose and fell with funded staff, each time by as many: they are counted in both', () => {
    const fteFunded = panel.fteFunded.map((fte, t) => (fte === 0 ? 0 : t < 45 ? 2 : 3));
    const fteBase = panel.fteBase.map((fte, t) => fte! + fteFunded[t]!);
    expect(doubtfulIn({ fteFunded, fteBase })).toEqual(panel.months.slice(start));
    expect(doubtfulIn({ fteFunded, fteBase: fteBase.map((fte, t) => (t < 45 ? fte : fte - 1)) })).toEqual([]);
    expect(doubtfulIn({ fteFunded })).toEqual([]);
  });

  it('where funded staff are months of work, and not people: files for a person fell to a third', () => {
    expect(doubtfulIn({ fteFunded: panel.fteFunded.map((fte) => 12 * fte!) })).toEqual(panel.months.slice(start));
    expect(doubtfulIn({ fteFunded: panel.fteFunded.map((fte) => 4 * fte!) })).toEqual([]);
  });

  it('where own staff went when funded staff came: they may be the same people', () => {
    const halved = (from: number, to = 60): (number | null)[] =>
      panel.fteBase.map((fte, t) => (t >= from && t < to ? 2.5 : fte));
    expect(doubtfulIn({ fteBase: halved(start) })).toEqual(panel.months.slice(start));
    const third = panel.fteBase.map((fte, t) => (t >= start ? 3.4 : fte));
    expect(doubtfulIn({ fteBase: third })).toEqual([panel.months[start]]);
    expect(doubtfulIn({ fteBase: [5, ...third.slice(0, -1)] })).toEqual([panel.months[start + 1]]);
    expect(doubtfulIn({ fteBase: [...third.slice(8), ...third.slice(-8)] })).toEqual([]);
    expect(doubtfulIn({ fteBase: halved(start, start + 3) })).toEqual([]);
    expect(doubtfulIn({ fteBase: panel.fteBase.map((fte, t) => (t >= start ? 4 : fte)) })).toEqual([]);
  });

  it('where own staff fades without fewer files being closed, at once or by little, later than the funding', () => {
    // With two funded people to five of its own the unit closes two fifths more.
    const outflowInvestigated = panel.outflowInvestigated.map((files, t) => (t < start ? files : 32));
    const faded = (fte: (t: number) => number): Partial<UnitPanel> => ({
      outflowInvestigated,
      fteBase: panel.fteBase.map((own, t) => (t < start ? own : fte(t))),
    });
    expect(doubtfulIn(faded((t) => (t < start + 5 ? 5 : 2)))).toEqual(panel.months.slice(start + 5));
    expect(doubtfulIn(faded((t) => Math.max(1, 5 - (t - start) / 4)))).toEqual(panel.months.slice(start + 10));
    expect(doubtfulIn(faded((t) => (t < 51 ? 5 : 2.5)))).toEqual(panel.months.slice(51));
    expect(doubtfulIn(faded((t) => (t < 57 ? 5 : 2)))).toEqual([]);
    const gone = {
      ...faded((t) => (t < 45 ? 5 : 2)),
      outflowInvestigated: replaceAt(outflowInvestigated, after(45), 12),
    };
    expect(doubtfulIn(gone)).toEqual([]);
  });

  it('where own staff doubles and no more is closed, but not where there was no more to close', () => {
    const fteBase = times(panel.fteBase, after(40), 2);
    expect(doubtfulIn({ fteBase })).toEqual(panel.months.slice(40));
    expect(doubtfulIn({ fteBase, backlog: replaceAt(panel.backlog, after(40), 0) })).toEqual([]);
  });

  it('but not where the files closed went with the staff, or one person came or went', () => {
    const grown = panel.months.map((_, t) => t).slice(40);
    expect(
      doubtfulIn({
        fteBase: times(panel.fteBase, grown, 4),
        outflowInvestigated: times(panel.outflowInvestigated, grown, 4),
        inflowReferred: times(panel.inflowReferred, grown, 4),
      }),
    ).toEqual([]);
    expect(doubtfulIn({ fteBase: panel.fteBase.map((_, t) => (t < 20 ? 1 : 2)) })).toEqual([]);
  });

  it('and no unit of simulated panels, whose staff comes and goes by one', () => {
    for (const seed of [1, 2, 3]) {
      const panels = simulatePanels({ ...defaultSimulation, seed }).map((unit) => unit.panel);
      const { usable, refused } = sortUnits(panels);
      expect(refused).toEqual([]);
      expect(usable.flatMap(({ doubtfulStaffing }) => doubtfulStaffing ?? [])).toEqual([]);
    }
  });
});

it('months that cannot be used for want of staff on record are named, and are not counted as reported', () => {
  const unit = estimatedOne({ ...panel, fteBase: replaceAt(panel.fteBase, [4, 5], null) });
  expect(unit.monthsWithoutStaff).toEqual([panel.months[4], panel.months[5]]);
  expect(unit.cautions).toContain('staff_unknown_before');
  expect(unit.facts.reportedBefore).toBe(start - 2);
  const late = estimatedOne({ ...panel, fteFunded: replaceAt(panel.fteFunded, [0, 1], null) });
  expect(late.monthsWithoutStaff).toEqual([panel.months[0], panel.months[1]]);
});
