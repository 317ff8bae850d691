import { expect, it } from 'vitest';
import { closedBetween, likelyFewer, ownChange } from '../../../db/estimator/confounding.ts';
import { steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const summary = (p10: number, p90: number) => ({ p10, p90 });

it('the change of own staff that would undo an effect makes up for the files avoided', () => {
  // 1,100 closed, at most 100 of them by funded staff: the others' 1,000 would have had to be 1,100.
  expect(ownChange(summary(50, 100), 1100)).toEqual({ low: 50 / 1050, high: 0.1 });
  expect(ownChange(summary(-100, -50), 900)!.low).toBeCloseTo(-0.1, 12);
  expect(ownChange(summary(50, 150), 150)).toBeNull();
});

it('counts the files closed of reported months alone', () => {
  const panel = withoutReports(steadyPanel(24, 12), [14]);
  expect(closedBetween(panel, panel.months[12]!, panel.months[23]!)).toBe(11 * 22);
});

it('says how many of so many units would look so by chance', () => {
  const units = [3, 1, -2, 0].map((p10) => ({ p10 }));
  expect(likelyFewer(units)).toEqual({ units: 2, of: 4, byChance: 0.4 });
});
