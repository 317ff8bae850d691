import { describe, expect, it } from 'vitest';
import { expectedPath } from '../../../db/estimator/expectedPath.ts';

const inflow = [30, 34, 28, 41, 39, 36];
const outflow = [25, 31, 28, 33, 30, 35];
const backlog = [125, 128, 128, 136, 145, 146];
const fteFunded = [0, 0, 2, 2, 2, 2];

describe('the worked example of docs/counterfactual.md', () => {
  it('has the figures that the page prints', () => {
    const path = expectedPath({
      openingBacklog: 120,
      inflow,
      outflow,
      fteBase: 5,
      fteFunded,
      productivity: 0.7,
      rampMonths: 6,
      rampStart: 0.25,
    });
    const rounded = (values: readonly number[], digits: number): number[] =>
      values.map((value) => Number(value.toFixed(digits)));
    expect(path.backlog).toEqual(backlog);
    expect(rounded(path.effectiveFte, 3)).toEqual([5, 5, 5.35, 5.525, 5.7, 5.875]);
    expect(rounded(path.outflowWithout, 2)).toEqual([25, 31, 26.17, 29.86, 26.32, 29.79]);
    expect(rounded(path.backlogWithout, 1)).toEqual([125, 128, 129.8, 141, 153.7, 159.9]);
  });
});
