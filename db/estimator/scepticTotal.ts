import { addDraws } from './combineUnits.ts';
import type { Sceptic } from './estimate.ts';
import { summariseDraws, type Summary } from './summary.ts';

/** Files avoided as a sceptic finds them, of some units together, each at its last month; null where there is no such answer. */
export function scepticTotal(sceptic: Sceptic | null, unitIds: readonly string[]): Summary | null {
  const own = sceptic?.units.filter(({ unitId }) => unitIds.includes(unitId)) ?? [];
  return own.length === 0 ? null : summariseDraws(addDraws(own.map(({ draws }) => draws))).avoided;
}
