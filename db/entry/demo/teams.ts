import type { UnitId, UserId } from '#contract/ground/ids';
import type { NewId } from '../../ground/kernel/ids.ts';
import { chanceOf } from './chance.ts';
import type { DemonstrationDays } from './days.ts';
import { followAll } from './follow.ts';
import { seed } from './names.ts';
import { tell } from './rows.ts';
import { tellTeam } from './story.ts';
import { emptyRows, type Desk } from './tables.ts';

interface Unit {
  readonly days: DemonstrationDays;
  readonly unitIds: readonly UnitId[];
  readonly officerIds: readonly UserId[];
  readonly newId: NewId;
  readonly now: number;
}

/** Every row of the teams, and the next number of each kind of file. */
export function tellTeams({ days, unitIds, officerIds: officers, newId, now }: Unit) {
  const rows = emptyRows();
  const numbers = new Map<string, number>();
  for (const [team, unitId] of unitIds.entries()) {
    const chance = chanceOf(seed, `desk ${String(team)}`);
    const triage = chanceOf(seed, `triage ${String(team)}`);
    const desk: Desk = { days, unitId, officers, newId, chance, triage, now, numbers, head: null };
    for (const story of followAll(tellTeam(team, days), team, days)) tell(rows, story, desk);
  }
  return { rows, numbers };
}
