import type { WeekRow } from '#contract/casework/week';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId, UserId } from '#contract/ground/ids';
import { awayOn, whoseWork, type Away, type Whose as OfficersWork } from '../leave/away.ts';
import { must } from '../../ground/kernel/assert.ts';
import { addDays } from '../../ground/kernel/days.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

export interface Days {
  readonly today: CivilDate;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

interface WorkOfDay {
  readonly away: readonly Away[];
  /** The officer's own work with what they cover; null where it is everyone's. */
  readonly work: OfficersWork | null;
}

/** Of which unit, and whose; undefined: of all. */
export interface Whose {
  readonly unitId: UnitId | undefined;
  /** What is theirs on any day of the week. */
  readonly whole: OfficersWork | null;
  /** Of a day of the week; of another day, of the day of the week that is nearest to the present. */
  readonly on: (day: CivilDate) => WorkOfDay;
}

/** @param me null where it is everyone's */
export async function whoseWeek(
  db: ReadDb,
  { unitId, me }: Pick<Whose, 'unitId'> & { readonly me: UserId | null },
  { today, from, until }: Days,
): Promise<Whose> {
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index));
  const away = await Promise.all(days.map((day) => awayOn(db, day)));
  const workOf = (given: readonly Away[]) => (me === null ? null : whoseWork(me, given));
  const byDay = new Map(
    days.map((day, index) => {
      const given = away[index] ?? [];
      return [day, { away: given, work: workOf(given) }];
    }),
  );
  const nearest = today < from ? from : today > until ? until : today;
  const present = must(byDay.get(nearest), 'the nearest day is one of the week');
  return { unitId, whole: workOf(away.flat()), on: (day) => byDay.get(day) ?? present };
}

export type Line = Omit<WeekRow, 'leave'>;

/** Of these lines theirs, each with the leave of its officer on a day of its own. */
export function linesOf({ on }: Whose, lines: readonly Line[], dayOf: (line: Line) => CivilDate): readonly WeekRow[] {
  return lines.flatMap((line) => {
    const { away, work } = on(dayOf(line));
    if (work?.isOf(line.person, line.unitId) === false) return [];
    const leave = away.find(({ userId, unitId }) => userId === line.person && unitId === line.unitId);
    return { ...line, leave: leave === undefined ? null : { coverId: leave.coverId } };
  });
}
