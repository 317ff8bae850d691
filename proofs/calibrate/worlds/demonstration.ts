import { periodOf } from '#contract/ground/period';
import { demonstrationDays } from '../../../db/entry/demo/days.ts';
import { otherUnits } from '../../../db/entry/demo/names.ts';
import { declaredPanel } from '../../../db/entry/demo/panel.ts';
import { flawOf, simulateOtherUnits } from '../../../db/entry/demo/simulated.ts';
import { at } from '../../../db/estimator/numbers.ts';
import { panelOf } from '../../../db/ledger/unitMonths/panel.ts';
import { runStock } from '../../../db/statistics/backlog/stock.ts';
import { toPanel } from '../../../db/statistics/estimate/panels.ts';
import type { KnownPanel } from '../panels/known.ts';

/**
 * The demonstration's simulated units with another seed: declared as its units declare their months, flaws included, and read as the
 * application reads them.
 * @param seed whole number from 0 to 2^32 - 1
 */
export function demonstrationPanel(seed: number): KnownPanel {
  const days = demonstrationDays();
  const { lastMonth } = periodOf(days.reportedQuarter);
  const simulated = simulateOtherUnits(days, seed);
  const cells = simulated.flatMap((unit, place) => {
    const { code } = at(otherUnits, place);
    return declaredPanel(unit, place, flawOf(code), days.wholeFrom).map((cell) => {
      return { ...cell, unitId: code, source: 'declared' as const, packId: null };
    });
  });
  const declared = panelOf(cells);
  const panels = otherUnits.map(({ code }) => {
    const own = declared.of(code);
    const window = runStock(own, lastMonth, 'not_reported');
    return toPanel(window, { kind: 'coordination', cells: own, rules: [] });
  });
  const units = simulated.map(({ truth: { funding, backlog, backlogWithout } }) => {
    return { funded: funding !== null, backlog, backlogWithout };
  });
  return { panels, units };
}
