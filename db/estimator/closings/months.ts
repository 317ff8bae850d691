import { at } from '../numbers.ts';
import { inflowAt, type UnitPanel } from '../panel.ts';
import type { Window } from '../window.ts';

/** What a file that leaves without investigation may have followed. The order is that of the rates. */
export const streams = ['inflow', 'work', 'queue'] as const;
export type Stream = (typeof streams)[number];

/** A month of which all is known. Files. */
export type ClosingMonth = {
  /** Files that left without investigation. */
  readonly left: number;
  readonly inflow: number;
  /** Files closed by investigation. */
  readonly work: number;
  /** Files open when the month began. */
  readonly queue: number;
  /** More left than in an ordinary month of this unit: it may have been a clean-up. */
  readonly isUnusual: boolean;
};

/** A month is unusual from this many files on, and from this many times the median of the unit's months on. */
const fewestUnusual = 10;
const timesMedian = 3;

/** From how many files on a month of the unit is unusual. */
export function unusualFrom({ outflowAdministrative }: UnitPanel, { first, last }: Window): number {
  const known = outflowAdministrative.slice(first, last + 1).filter((left) => left !== null);
  const median = known.sort((one, other) => one - other)[Math.floor(known.length / 2)] ?? 0;
  return Math.max(fewestUnusual, timesMedian * median);
}

/** Month t; null where one of its terms is not recorded, or all are zero. */
export function closingMonth(panel: UnitPanel, t: number, unusual: number): ClosingMonth | null {
  const left = at(panel.outflowAdministrative, t);
  const work = at(panel.outflowInvestigated, t);
  const inflow = inflowAt(panel, t);
  const queue = t === 0 ? null : at(panel.backlog, t - 1);
  if (left === null || work === null || inflow === null || queue === null) return null;
  // Where there was nothing that files could follow, nothing is said of what they do.
  if (inflow + work + queue === 0) return null;
  return { left, inflow, work, queue, isUnusual: left >= unusual };
}

/** Months of the window of which all is known, each with its index into the panel's months. */
export function closingMonths(panel: UnitPanel, window: Window): readonly (ClosingMonth & { readonly t: number })[] {
  const unusual = unusualFrom(panel, window);
  const months: (ClosingMonth & { readonly t: number })[] = [];
  for (let t = window.first; t <= window.last; t += 1) {
    const month = closingMonth(panel, t, unusual);
    if (month !== null) months.push({ ...month, t });
  }
  return months;
}
