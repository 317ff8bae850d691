import { isFollowed } from './followed.ts';
import { at, mean } from './numbers.ts';
import { outflowAt, type UnitPanel } from './panel.ts';
import type { Window } from './window.ts';

/** Own staff that halved or doubled, by more than two people, for half a year. */
const moved = { times: 2, fewestFte: 2.5, months: 6, year: 12 } as const;

/** Of these months, those that tell own staff and files closed, and in which the unit did not run out of work. */
function telling(panel: UnitPanel, from: number, to: number): number[] {
  const months = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return months.filter(
    (t) => (at(panel.fteBase, t) ?? 0) > 0 && outflowAt(panel, t) !== null && at(panel.backlog, t) !== 0,
  );
}

/** Whether own staff was far from that of the months before in each of these, and the files closed did not go with it. */
function isUnfollowed(panel: UnitPanel, months: readonly number[], before: readonly number[]): boolean {
  const fte = (t: number): number => at(panel.fteBase, t) ?? 0;
  const [here, usual] = [mean(months.map(fte)), mean(before.map(fte))];
  const isFar = (t: number): boolean => Math.max(fte(t) / usual, usual / fte(t)) >= moved.times;
  const isLarge = Math.abs(here - usual) >= moved.fewestFte && months.every(isFar);
  return isLarge && !isFollowed(panel, months, before, here / usual);
}

/**
 * Funded months of a half year in which own staff was half, or twice, of what it was in a year before the funding, without the files closed
 * going with it. Staff recorded as less than it is, at once or by little, would count for a growing effect of the funding; where it truly went
 * and funded staff took its place, what the unit would have had without the funding is as doubtful.
 */
export function unfollowedStaff(panel: UnitPanel, { first, fundingStart, last }: Window): readonly number[] {
  if (fundingStart === null) return [];
  const years: number[][] = [];
  for (let end = fundingStart - 1; end - first + 1 >= moved.months; end -= moved.year) {
    const year = telling(panel, Math.max(first, end - moved.year + 1), end);
    if (2 * year.length >= moved.months) years.push(year);
  }
  const found = new Set<number>();
  for (let t = fundingStart; t + moved.months - 1 <= last; t += 1) {
    const half = telling(panel, t, t + moved.months - 1);
    if (2 * half.length < moved.months) continue;
    if (years.some((year) => isUnfollowed(panel, half, year))) half.forEach((month) => found.add(month));
  }
  return [...found];
}
