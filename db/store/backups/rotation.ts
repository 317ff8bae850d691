import { rmSync } from 'node:fs';
import type { BackupFile } from './files.ts';

const day = 86_400_000;
const daily = 7;
const weekly = 5;
const monthly = 12;

const dayOf = (at: number): number => Math.floor(at / day);
/** Weeks begin on Mondays; day 0 was a Thursday. */
const weekOf = (at: number): number => Math.floor((dayOf(at) + 3) / 7);
const monthOf = (at: number): number => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();

type Dated = Pick<BackupFile, 'madeAt' | 'reason'>;

/** The newest of each of the last periods that have one. Counted in backups, not by the clock: a clock that was ahead removes nothing. */
function newestOfEach<T extends Dated>(newestFirst: readonly T[], periodOf: (at: number) => number, most: number): T[] {
  const found = new Map<number, T>();
  for (const each of newestFirst) {
    const period = periodOf(each.madeAt);
    if (!found.has(period)) found.set(period, each);
  }
  return [...found.values()].slice(0, most);
}

/** What was saved when files were replaced may be nowhere else: a person deletes it. */
const isRescued = ({ reason }: Dated): boolean => reason === 'rescued';

/** Seven daily, five weekly, twelve monthly; one with a reason of its own stays with the days that it is among. */
export function toKeep<T extends Dated>(backups: readonly T[]): ReadonlySet<T> {
  const newestFirst = [...backups].sort((a, b) => b.madeAt - a.madeAt);
  const days = newestOfEach(newestFirst, dayOf, daily);
  const oldestDay = dayOf(days.at(-1)?.madeAt ?? 0);
  return new Set([
    ...days,
    ...newestOfEach(newestFirst, weekOf, weekly),
    ...newestOfEach(newestFirst, monthOf, monthly),
    ...newestFirst.filter(({ madeAt, reason }) => reason !== 'daily' && dayOf(madeAt) >= oldestDay),
    ...newestFirst.filter(isRescued),
  ]);
}

/** The day from which a backup is no more, where one is made every day; null: it stays. */
export function expiryOf<T extends Dated>(backup: T, all: readonly T[]): number | null {
  if (isRescued(backup)) return null;
  const isNewestOf = (periodOf: (at: number) => number): boolean =>
    all.every((each) => periodOf(each.madeAt) !== periodOf(backup.madeAt) || each.madeAt <= backup.madeAt);
  const { madeAt } = backup;
  if (isNewestOf(monthOf)) {
    const made = new Date(madeAt);
    return Date.UTC(made.getUTCFullYear() + 1, made.getUTCMonth(), 1);
  }
  if (isNewestOf(weekOf)) return (weekOf(madeAt) + weekly) * 7 * day - 3 * day;
  return (dayOf(madeAt) + daily) * day;
}

/**
 * Removes what is past its time. Those that seem to be of the future stay and count for nothing: compared with them one that was made just now, under
 * a clock that was set back, would be the oldest and go at once. The one just made stays, whatever else is of its day.
 * @param made the backup that was just made
 */
export function rotate(backups: readonly BackupFile[], made: Pick<BackupFile, 'name' | 'madeAt'>): void {
  const past = backups.filter(({ madeAt }) => madeAt <= made.madeAt);
  const kept = toKeep(past);
  for (const each of past) if (!kept.has(each) && each.name !== made.name) rmSync(each.path, { force: true });
}
