import type { UnitDraw } from '../drawGaps.ts';
import { at } from '../numbers.ts';
import type { PosteriorDraw } from './chain.ts';
import { quarterOf, type FitData } from './data.ts';

/** What the draws say of one unit: its productivity, and what one FTE closes in each funded month. */
export function unitDraws(
  { data, draws }: { readonly data: FitData; readonly draws: readonly PosteriorDraw[] },
  index: number,
): readonly UnitDraw[] {
  const { panel, window } = at(data.units, index);
  if (window.fundingStart === null) return [];
  const firstSlot = at(data.slotStart, index) - quarterOf(at(panel.months, window.first));
  const places = panel.months.slice(window.fundingStart, window.last + 1).map((month) => ({
    slot: firstSlot + quarterOf(month),
    month: data.months.indexOf(month),
  }));
  return draws.map((draw) => ({
    productivity: at(draw.productivity, index),
    rampIndex: draw.ramp,
    size: draw.size,
    levelOf: (place) => {
      const { slot, month } = at(places, place);
      return Math.exp(at(draw.logRate, index) + at(draw.circumstance, slot) + at(draw.logMonth, month));
    },
  }));
}
