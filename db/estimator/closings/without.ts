import type { Random } from '../random.ts';
import { sampleBinomial, samplePoisson } from '../samplers.ts';
import type { ClosingMonth } from './months.ts';
import type { ClosingRates } from './rates.ts';
import { shareOut, type SharedOut } from './shareOut.ts';

/** How the world without the funded staff differs from what was, in one month. Files. */
export type Difference = {
  /** Files open in it more than there were when the month began; below 0 fewer. */
  readonly gap: number;
  /** Files of the month's inflow that would not have come. */
  readonly induced: number;
  /** Files that would have been closed by investigation, had there been enough. */
  readonly capacity: number;
};

/** Files that would have left, by investigation and without it. Written over from month to month. */
export type LeftWithout = { investigated: number; otherwise: number };

const shared: SharedOut = { inflow: 0, work: 0, queue: 0, chance: 0 };

/** As many of the files as the work that they followed would have been: fewer for less, more for more. */
function followWork(random: Random, files: number, share: number): number {
  return share <= 1 ? sampleBinomial(random, files, share) : files + samplePoisson(random, files * (share - 1));
}

/**
 * What would have left in the month without the funded staff. Of the files that left without investigation, those that followed the inflow go
 * with the files that would not have come, those that followed the work with the work that would have been done, and those of the queue with a
 * queue that is longer or shorter. Work and closings share what there was.
 * Source: closings note, the component.
 * @param available files that could have been closed in the month, in the world that was: the queue and the inflow
 */
export function closeWithout(
  random: Random,
  month: ClosingMonth,
  rates: ClosingRates,
  { gap, induced, capacity }: Difference,
  available: number,
  into: LeftWithout,
): void {
  shareOut(random, month, rates, shared);
  const { inflow, work, queue } = month;
  const came = induced > 0 && inflow > 0 ? Math.max(0, 1 - induced / inflow) : 1;
  const ofInflow = sampleBinomial(random, shared.inflow, came);
  const ofQueue =
    gap >= 0
      ? shared.queue + sampleBinomial(random, gap, Math.min(1, shared.chance))
      : sampleBinomial(random, shared.queue, queue > 0 ? Math.max(0, 1 + gap / queue) : 1);
  const there = Math.max(0, available + gap - induced - ofInflow - ofQueue);
  const done = Math.min(capacity, there);
  const ofWork = Math.min(there, work > 0 ? followWork(random, shared.work, done / work) : shared.work);
  into.investigated = Math.min(capacity, there - ofWork);
  into.otherwise = ofInflow + ofQueue + ofWork;
}
