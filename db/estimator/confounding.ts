import type { UnitPanel } from './panel.ts';
import type { Summary } from './summary.ts';

/**
 * Between what shares (80 %) the funded units' own staff would have had to close more than before, for a reason that is not the funding and from the day it
 * began, for no file to have been avoided: 0.12 is 12 % more. Negative where the backlog is above what it would have been.
 */
export type OwnChange = { readonly low: number; readonly high: number };

/** How many of several units have an 80 % interval wholly on the side of fewer files, and how many of as many would if nobody had any effect. */
export type LikelyFewer = { readonly units: number; readonly of: number; readonly byChance: number };

/** Files closed by investigation in the reported months of a unit from `from` to `to`, 'YYYY-MM', both included. */
export function closedBetween(panel: UnitPanel, from: string, to: string): number {
  return panel.months.reduce((total, month, t) => {
    return month >= from && month <= to ? total + (panel.outflowInvestigated[t] ?? 0) : total;
  }, 0);
}

/**
 * Every file closed was closed by somebody: of `closed` files the funded staff account for those avoided, own staff for the rest, so that own
 * staff would have had to close avoided / (closed - avoided) more to make up for them. Work that ran out in between is left aside.
 * @param closed by all staff since the funding began, in files; @returns null where that is not more than what was avoided
 */
export function ownChange(avoided: Pick<Summary, 'p10' | 'p90'>, closed: number): OwnChange | null {
  if (!(closed > avoided.p90)) return null;
  const share = (files: number): number => files / (closed - files);
  return { low: share(avoided.p10), high: share(avoided.p90) };
}

export function likelyFewer(units: readonly Pick<Summary, 'p10'>[]): LikelyFewer {
  return { units: units.filter(({ p10 }) => p10 > 0).length, of: units.length, byChance: 0.1 * units.length };
}
