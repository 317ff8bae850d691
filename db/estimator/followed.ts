import { mean } from './numbers.ts';
import { outflowAt, type UnitPanel } from './panel.ts';

/** Mean outflow of the months that report one; null where none does. */
export function meanOutflow(panel: UnitPanel, months: readonly number[]): number | null {
  const known = months.flatMap((t) => outflowAt(panel, t) ?? []);
  return known.length === 0 ? null : mean(known);
}

/** Whether the outflow moved at least half as far, on the log scale, as the staff did: then the change is real. */
export function isFollowed(
  panel: UnitPanel,
  months: readonly number[],
  others: readonly number[],
  ratio: number,
): boolean {
  const here = meanOutflow(panel, months);
  const there = meanOutflow(panel, others);
  if (here === null || there === null || here === 0 || there === 0) return false;
  return Math.log(here / there) / Math.log(ratio) >= 0.5;
}
