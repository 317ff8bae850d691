import { describe, expect, it } from 'vitest';
import type { UnitEstimate } from '../../../db/estimator/estimate.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { estimateOne } from '../../support/estimates.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const length = 30;
const start = 12;
const panel = steadyPanel(length, start);

function run(changes: Partial<UnitPanel>, base: UnitPanel = panel): UnitEstimate {
  return estimateOne({ ...base, ...changes });
}

function after(from: number): number[] {
  return Array.from({ length: length - from }, (_, index) => from + index);
}

describe('an estimate is refused', () => {
  it('when FTE in post is missing, naming the months', () => {
    expect(run({ fteFunded: replaceAt(panel.fteFunded, [14, 20], null) })).toEqual({
      status: 'refused',
      unitId: 'U01',
      reasons: [{ code: 'fte_missing', months: ['2018-06', '2018-12'] }],
    });
    expect(run({ fteBase: replaceAt(panel.fteBase, [14], null) })).toMatchObject({
      reasons: [{ months: ['2018-06'] }],
    });
    expect(run({ fteFunded: panel.fteFunded.map(() => null) })).toMatchObject({
      status: 'refused',
      reasons: [{ code: 'fte_missing' }],
    });
  });

  it('when the definition of backlog changed once funded', () => {
    const changed = panel.definitionId.map((old, t) => (t >= 20 ? 'version 2' : old));
    expect(run({ definitionId: changed })).toMatchObject({
      status: 'refused',
      reasons: [{ code: 'definition_changed', months: ['2018-12'] }],
    });
  });

  it('when no month was reported once funded', () => {
    const silent = { code: 'no_reported_month_after', months: [] };
    expect(run({}, withoutReports(panel, after(start)))).toMatchObject({ status: 'refused', reasons: [silent] });
    const stocksOnly = { inflowReferred: replaceAt(panel.inflowReferred, after(start), null) };
    expect(run(stocksOnly)).toMatchObject({ status: 'refused', reasons: [silent] });
  });

  it('with every reason at once', () => {
    const result = run({
      fteFunded: replaceAt(panel.fteFunded, [14], null),
      definitionId: panel.definitionId.map((old, t) => (t >= 20 ? 'version 2' : old)),
    });
    expect(result).toMatchObject({ reasons: [{ code: 'fte_missing' }, { code: 'definition_changed' }] });
  });
});

describe('an estimate is given up to the last month with counts and staff', () => {
  it('when staff of the last months is not entered yet', () => {
    const whole = run({ fteFunded: replaceAt(panel.fteFunded, [28, 29], null) });
    expect(whole).toMatchObject({ status: 'estimated', asOf: '2019-07', facts: { reportedAfter: 16 } });
    expect(run({ fteBase: replaceAt(panel.fteBase, [29], null) })).toMatchObject({ asOf: '2019-08' });
  });

  it('and refused where staff was entered for no funded month', () => {
    expect(run({ fteBase: replaceAt(panel.fteBase, after(start), null) })).toMatchObject({
      status: 'refused',
      reasons: [{ code: 'fte_missing', months: panel.months.slice(start) }],
    });
  });
});

describe('an estimate is given, with a caution', () => {
  it('when the definition changed before the funding: the window begins at the change', () => {
    const result = run({ definitionId: panel.definitionId.map((old, t) => (t >= 4 ? 'version 2' : old)) });
    expect(result).toMatchObject({ status: 'estimated', facts: { reportedBefore: 8, reportedAfter: 18 } });
    expect(result).toHaveProperty('cautions', expect.arrayContaining(['segment_started']));
  });

  it('when staff before the first known month is unknown: those months are outside the window', () => {
    const result = run({ fteFunded: replaceAt(panel.fteFunded, [0, 1, 2], null) });
    expect(result).toMatchObject({
      status: 'estimated',
      facts: { reportedBefore: 9, reportedAfter: 18 },
      fundingStart: '2018-04',
    });
    expect(result).toHaveProperty('fan.1', null);
  });

  it('when the unit was funded from the first known month, never funded, or has no overtime or definition recorded', () => {
    expect(run({ fteFunded: panel.fteFunded.map(() => 2) })).toHaveProperty(
      'cautions',
      expect.arrayContaining(['funding_before_window', 'overtime_not_recorded']),
    );
    expect(run({ fteFunded: panel.fteFunded.map(() => 0) })).toMatchObject({ fundingStart: null, productivity: null });
    expect(run({ definitionId: replaceAt(panel.definitionId, [3, 15], null) })).toHaveProperty(
      'cautions',
      expect.arrayContaining(['definition_not_recorded']),
    );
    const hours = panel.months.map((_, t) => (t === 15 ? null : 10));
    expect(run({ overtimeBase: hours, overtimeFunded: hours })).toHaveProperty(
      'cautions',
      expect.arrayContaining(['overtime_incomplete']),
    );
  });
});
