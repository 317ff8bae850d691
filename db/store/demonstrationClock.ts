import type { CivilDate } from '#contract/ground/dates';
import type { Clock } from '../ground/kernel/clock.ts';
import type { WriteTx } from '../ground/kernel/database.ts';
import { lastKnown } from './clockDoubt.ts';

/** Ten in the morning in Toronto; from Vancouver to St. John's it is the same day until the end of that of UTC. */
const opens = 'T15:00:00.000Z';
const ends = 'T23:59:59.999Z';

/**
 * The clock of a demonstration, which goes on from where its audit ends and never leaves its day; null in any other workspace. Backups of the
 * day, locks and waits follow the computer's clock.
 */
export async function demonstrationClock(
  tx: WriteTx,
  day: CivilDate | undefined,
  computer: Clock,
): Promise<Clock | null> {
  if (day === undefined) return null;
  const count = computer.steady ?? computer.now;
  const start = Math.max(Date.parse(`${day}${opens}`), await lastKnown(tx, null));
  const latest = Date.parse(`${day}${ends}`);
  const began = count();
  return { now: () => Math.min(start + Math.floor(count() - began), latest), today: () => day, latest };
}
