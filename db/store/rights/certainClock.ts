import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Context } from '../types.ts';

/** Refuses what depends on the day and cannot be undone, until a person confirms the clock or it is right again. */
export function requireCertainClock({ clock }: Context): void {
  if (clock.doubt) throw new StoreFailure('conflict', 'clock_doubtful');
}
