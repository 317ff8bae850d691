import { describe, expect, it } from 'vitest';
import { controlIndex } from '../../../db/estimator/crossChecks/controlIndex.ts';
import { outflowAt, type UnitPanel } from '../../../db/estimator/panel.ts';
import { defaultSimulation, simulatePanels } from '../../../db/estimator/simulate.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const length = 6;
const never = length;
const control = (investigated: readonly number[], changes: Partial<UnitPanel> = {}): UnitPanel =>
  steadyPanel(length, never, {
    outflowInvestigated: investigated,
    outflowAdministrative: Array<number>(length).fill(0),
    ...changes,
  });

const small = control([10, 20, 10, 20, 10, 20]);
const large = control([60, 60, 90, 90, 60, 60], { unitId: 'U02', fteBase: [10, 10, 15, 15, 10, 10] });

describe('the control index', () => {
  it('is what the controls closed over what they usually close with their staff', () => {
    // lam: 90 / 30 FTE-months and 420 / 70.
    const usual = [75, 75, 105, 105, 75, 75];
    const closed = [70, 80, 100, 110, 70, 80];
    const index = controlIndex([small, large], small.months);
    index.forEach((value, t) => {
      expect(value).toBeCloseTo(closed[t]! / usual[t]!, 14);
    });
  });

  it('averages to 1 with the usual outflow as weights', () => {
    const controls = simulatePanels({ ...defaultSimulation, months: 40, funded: 0 }).map(({ panel }) => panel);
    const months = controls[0]!.months;
    const index = controlIndex(controls, months);
    let [closed, usual] = [0, 0];
    index.forEach((value, t) => {
      const outflow = controls.reduce((total, each) => total + (outflowAt(each, t) ?? 0), 0);
      closed += outflow;
      usual += outflow / value!;
    });
    expect(usual / closed).toBeCloseTo(1, 12);
  });

  it('leaves a month of a unit that is not reported out of both sums, and is unknown without any', () => {
    const silent = withoutReports(large, [0, 1]);
    const withoutStaff = { ...small, fteBase: replaceAt(small.fteBase, [1], null) };
    const index = controlIndex([withoutStaff, silent], small.months);
    expect(index[0]).toBeCloseTo(10 / (70 / 25) / 5, 14);
    expect(index[1]).toBeNull();
    expect(controlIndex([], small.months)).toEqual(small.months.map(() => null));
  });

  it('finds months by their name, and knows nothing of others', () => {
    const index = controlIndex([small], [small.months[1]!, '2031-01', small.months[0]!]);
    expect(index).toEqual([20 / 15, null, 10 / 15]);
  });

  it('gives nothing for a unit without base staff, and 0 where the controls closed nothing', () => {
    expect(controlIndex([{ ...small, fteBase: small.fteBase.map(() => 0) }], small.months)).toEqual(
      small.months.map(() => null),
    );
    expect(controlIndex([control([0, 30, 30, 30, 30, 30])], small.months)[0]).toBe(0);
  });

  it('refuses a funded unit', () => {
    expect(() => controlIndex([steadyPanel(length, 3)], small.months)).toThrow(RangeError);
  });
});
