import { describe, expect, it } from 'vitest';
import { checkLittlesLaw } from '../../../db/estimator/crossChecks/littlesLaw.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

describe('Little’s law', () => {
  const window = { first: 0, fundingStart: null, last: 23 };
  const stock = 240;
  const panel = steadyPanel(24, 99, {
    backlog: Array.from({ length: 24 }, () => stock),
    inflowReferred: Array.from({ length: 24 }, () => 25),
  });

  it('expects a file to stay as long as it takes to close the backlog, and warns beyond a factor of two', () => {
    const of = (age: number | null): unknown => checkLittlesLaw(panel, window, age);
    expect(of(null)).toEqual({ status: 'estimated', expectedMonths: 9.6, ratio: null, alarm: null });
    expect(of(8)).toEqual({ status: 'estimated', expectedMonths: 9.6, ratio: 1.2, alarm: false });
    expect(of(4.8)).toMatchObject({ ratio: 2, alarm: false });
    expect(of(4.7)).toMatchObject({ alarm: true });
    expect(of(19.3)).toMatchObject({ alarm: true });
  });

  it('averages the last twelve reported months and no others', () => {
    const old = { ...panel, backlog: replaceAt(panel.backlog, [0, 1, 2, 3, 4, 5, 6, 7, 8], 9999) };
    const gappy = withoutReports(old, [12, 20, 21]);
    expect(checkLittlesLaw(gappy, window, null)).toMatchObject({ expectedMonths: 9.6 });
    expect(checkLittlesLaw(withoutReports(gappy, [22]), window, null)).not.toMatchObject({ expectedMonths: 9.6 });
  });

  it('has no answer for few reported months or no outflow, and takes no impossible age', () => {
    const few = { ...window, first: 13 };
    expect(checkLittlesLaw(panel, few, 5)).toEqual({ status: 'refused', reason: 'reported_months_too_few' });
    const none = Array.from({ length: 24 }, () => 0);
    const idle = { ...panel, outflowInvestigated: none, outflowAdministrative: none };
    expect(checkLittlesLaw(idle, window, 5)).toEqual({ status: 'refused', reason: 'no_outflow' });
    expect(() => checkLittlesLaw(panel, window, 0)).toThrow(RangeError);
  });
});
