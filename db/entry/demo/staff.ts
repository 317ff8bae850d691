import { addMonths, monthsBetween, type Month } from '#contract/ground/dates';
import type { StaffingMeasure } from '#contract/ground/codes';
import { chanceOf } from './chance.ts';
import type { DemonstrationDays } from './days.ts';
import { seed } from './names.ts';

export interface StaffMonth {
  readonly month: Month;
  readonly values: Readonly<Record<StaffingMeasure, number>>;
}

/** The team's own staff barely grows; the funded staff arrives from the third autumn on, one leaves and is replaced. */
export function staffOf(team: number, { firstMonth }: DemonstrationDays, last: Month): readonly StaffMonth[] {
  const chance = chanceOf(seed, `staff ${String(team)}`);
  const start = addMonths(firstMonth, [29, 33, 31][team] ?? 29);
  const gap = addMonths(firstMonth, [49, 58, 54][team] ?? 49);
  const [awayFrom, backFrom] = [addMonths(firstMonth, 39), addMonths(firstMonth, 45)];
  const base = [7, 6, 4][team] ?? 5;
  return monthsBetween(firstMonth, last).map((month) => {
    const funded = month < start ? 0 : month === gap ? 1 : month < gap ? 2 : 2.5;
    return {
      month,
      values: {
        fte_base: month >= awayFrom && month < backFrom ? base - 1 : base,
        fte_funded: funded,
        overtime_base_hours: chance.whole(10, 40),
        overtime_funded_hours: funded > 0 && chance.yes(0.6) ? chance.whole(8, 36) : 0,
      },
    };
  });
}
