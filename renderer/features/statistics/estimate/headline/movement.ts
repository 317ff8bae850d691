import type { Estimate } from '#contract/statistics/estimate';
import { sideOf } from '../estimateText.ts';

export type Movement = 'grew' | 'held' | 'fell' | 'unknown';

/** Held, shown as stable, is a change of at most 2 files or 5% of what there was, as on the backlog's own screen. */
function isHeld(change: number, opening: number): boolean {
  return Math.abs(change) <= Math.max(2, 0.05 * opening);
}

/** How the unit's backlog moved since the month before the funding. */
export function movementOf({ backlogChange, backlogNow }: Pick<Estimate, 'backlogChange' | 'backlogNow'>): Movement {
  if (backlogChange === null) return 'unknown';
  if (isHeld(backlogChange, backlogNow - backlogChange)) return 'held';
  return backlogChange > 0 ? 'grew' : 'fell';
}

/** Whether the backlog was growing in the year before the funding; null where either end is not known. */
export function grewBefore({ months, backlog, fundingStart }: Pick<Estimate, 'months' | 'backlog' | 'fundingStart'>) {
  const last = months.indexOf(fundingStart) - 1;
  const [from, to] = [backlog[last - 12], backlog[last]];
  if (last < 12 || from == null || to == null) return null;
  return to > from && !isHeld(to - from, from);
}

export type Group = 'grewFewer' | 'grewUnclear' | 'held' | 'fell' | 'unknown';

/** A backlog that grew stays under its estimate only where the whole 80 % interval says so. */
export function groupOf(estimate: Pick<Estimate, 'backlogChange' | 'backlogNow' | 'avoided'>): Group {
  const movement = movementOf(estimate);
  if (movement !== 'grew') return movement;
  return sideOf(estimate.avoided) === 'fewer' ? 'grewFewer' : 'grewUnclear';
}
