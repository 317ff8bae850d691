import { monthsBetween, type Month } from '#contract/ground/dates';
import type { StaffingMeasure } from '#contract/ground/codes';
import { chanceOf } from './chance.ts';
import { firstMonth, seed } from './names.ts';

export interface StaffMonth {
  readonly month: Month;
  readonly values: Readonly<Record<StaffingMeasure, number>>;
}

/** The team's own staff barely grows; the funded staff arrives from the autumn of 2021 on, one leaves and is replaced. */
export function staffOf(team: number, last: Month): readonly StaffMonth[] {
  const chance = chanceOf(seed, `staff ${String(team)}`);
  const start = ['2021-09', '2022-01', '2021-11'][team] ?? '2021-09';
  const gap = ['2023-05', '2024-02', '2023-10'][team] ?? '2023-05';
  const base = [7, 6, 4][team] ?? 5;
  return monthsBetween(firstMonth, last).map((month) => {
    const funded = month < start ? 0 : month === gap ? 1 : month < gap ? 2 : 2.5;
    return {
      month,
      values: {
        fte_base: month >= '2022-07' && month < '2023-01' ? base - 1 : base,
        fte_funded: funded,
        overtime_base_hours: chance.whole(10, 40),
        overtime_funded_hours: funded > 0 && chance.yes(0.6) ? chance.whole(8, 36) : 0,
      },
    };
  });
}
