import { describe, expect, it } from 'vitest';
import {
  checkPanel,
  inflowAt,
  isReported,
  nextMonth,
  outflowAt,
  stockFlowResidual,
  workloadAt,
} from '../../../db/estimator/panel.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

describe('a panel', () => {
  it('counts months through the turn of the year', () => {
    expect(nextMonth('2019-12')).toBe('2020-01');
    expect(nextMonth('2020-01')).toBe('2020-02');
    expect(() => nextMonth('2020-13')).toThrow(RangeError);
  });

  it('is refused when its arrays or values are malformed', () => {
    const panel = steadyPanel(6, 3);
    expect(() => {
      checkPanel(panel);
    }).not.toThrow();
    const broken = [
      { ...panel, months: [] },
      { ...panel, months: replaceAt(panel.months, [2], '2030-01') },
      { ...panel, backlog: panel.backlog.slice(1) },
      { ...panel, inflowReferred: replaceAt(panel.inflowReferred, [0], -1) },
      { ...panel, outflowInvestigated: replaceAt(panel.outflowInvestigated, [0], 2.5) },
      { ...panel, fteFunded: replaceAt(panel.fteFunded, [0], Number.NaN) },
    ];
    for (const one of broken) {
      expect(() => {
        checkPanel(one);
      }).toThrow(RangeError);
    }
  });

  it('takes a missing part for a missing whole, never for zero', () => {
    const panel = steadyPanel(6, 3);
    expect(
      outflowAt({ ...panel, outflowAdministrative: replaceAt(panel.outflowAdministrative, [2], null) }, 2),
    ).toBeNull();
    expect(outflowAt({ ...panel, outflowAdministrative: replaceAt(panel.outflowAdministrative, [2], 0) }, 2)).toBe(22);
    expect(inflowAt({ ...panel, inflowReferred: replaceAt(panel.inflowReferred, [2], null) }, 2)).toBeNull();
    expect(inflowAt({ ...panel, inflowProactive: replaceAt(panel.inflowProactive, [2], 4) }, 2)).toBe(34);
    expect(isReported(panel, 2)).toBe(true);
    expect(isReported(withoutReports(panel, [2]), 2)).toBe(false);
  });

  it('has a residual where stock and flows disagree, and none where one of them is missing', () => {
    const panel = steadyPanel(5, 3);
    expect(stockFlowResidual(panel)).toEqual([null, 0, 0, 0, 0]);
    const moved = { ...panel, backlog: replaceAt(panel.backlog, [2], 418) };
    expect(stockFlowResidual(moved)).toEqual([null, 0, 3, -3, 0]);
    expect(stockFlowResidual(withoutReports(panel, [2]))).toEqual([null, 0, null, null, 0]);
    expect(workloadAt(panel, 0)).toBeNull();
    expect(workloadAt(panel, 1)).toBe(435);
  });
});
