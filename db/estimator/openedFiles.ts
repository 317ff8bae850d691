import { at } from './numbers.ts';
import type { UnitPanel } from './panel.ts';
import type { Random } from './random.ts';
import { sampleGamma } from './samplers.ts';
import type { Window } from './window.ts';

/** Files opened on own initiative, before the funding and since, and who was there to open them. FTE-months. */
export type OpenedFiles = {
  readonly before: { readonly files: number; readonly base: number };
  /** Funded FTE by experience, for each ramp length of the assumptions. */
  readonly since: { readonly files: number; readonly base: number; readonly ramped: readonly number[] };
};

/** Fewer recorded months than this before the funding do not tell what the unit's own staff open. */
export const monthsToTellOpened = 12;

/** Months from one to another, both included, in which files opened on own initiative are recorded, and staff in post. */
export function monthsWithOpened({ inflowProactive, fteBase }: UnitPanel, from: number, to: number): number[] {
  const months = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return months.filter((t) => at(inflowProactive, t) !== null && at(fteBase, t) !== null);
}

/**
 * What a unit opened with its own staff alone and then with funded staff too; null where too little of it is recorded to tell the two apart.
 * @param ramped funded FTE by experience, from the first month of the window on, one series for each ramp length
 */
export function openedFilesOf(
  panel: UnitPanel,
  { first, fundingStart, last }: Window,
  ramped: readonly (readonly number[])[],
): OpenedFiles | null {
  if (fundingStart === null) return null;
  const before = monthsWithOpened(panel, first, fundingStart - 1);
  const since = monthsWithOpened(panel, fundingStart, last);
  const total = (months: readonly number[], values: readonly (number | null)[]): number =>
    months.reduce((sum, t) => sum + (at(values, t) ?? 0), 0);
  const base = total(before, panel.fteBase);
  if (before.length < monthsToTellOpened || base <= 0) return null;
  return {
    before: { files: total(before, panel.inflowProactive), base },
    since: {
      files: total(since, panel.inflowProactive),
      base: total(since, panel.fteBase),
      ramped: ramped.map((series) => since.reduce((sum, t) => sum + at(series, t - first), 0)),
    },
  };
}

/** Files that an FTE opens in a month: of the unit's own staff, and funded. */
export type OpeningRates = { readonly base: number; readonly funded: number };

/** Jeffreys' prior of a Poisson rate. */
const priorFiles = 0.5;

/**
 * One draw of the rates: the unit's own staff open as many as before the funding, and what is above that since is the funded staff's.
 * Counts are Poisson, so that the rates are gamma.
 */
export function drawOpeningRates(random: Random, { before, since }: OpenedFiles, rampIndex: number): OpeningRates {
  const base = sampleGamma(random, before.files + priorFiles, before.base);
  const ramped = at(since.ramped, rampIndex);
  const all = sampleGamma(random, since.files + priorFiles, 1);
  return { base, funded: ramped > 0 ? Math.max(0, all - base * since.base) / ramped : 0 };
}
