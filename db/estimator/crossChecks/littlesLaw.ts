import { at, mean } from '../numbers.ts';
import { isReported, outflowAt, type UnitPanel } from '../panel.ts';
import type { Window } from '../window.ts';

const monthsNeeded = 12;

/** The expected and the reported age may differ by this factor, either way. */
const tolerated = 2;

export type LittlesLaw =
  | { readonly status: 'refused'; readonly reason: 'reported_months_too_few' | 'no_outflow' }
  | {
      readonly status: 'estimated';
      /** Average backlog over average monthly outflow, in months: how long a file should take if stock and flow are counted alike. */
      readonly expectedMonths: number;
      /** Expected over reported; null where no age is reported. */
      readonly ratio: number | null;
      /** Off by more than a factor of 2, either way: backlog, outflow and age can hardly speak of the same files. */
      readonly alarm: boolean | null;
    };

function lastReported(panel: UnitPanel, window: Window): readonly number[] {
  const months: number[] = [];
  for (let t = window.last; t >= window.first && months.length < monthsNeeded; t -= 1) {
    if (isReported(panel, t)) months.push(t);
  }
  return months;
}

/**
 * Little's law (L = lambda W) as a check of the counts: over the last 12 reported months of the window the average backlog is the average
 * outflow times the mean time that a file stays. It holds on average where the backlog is steady, and only roughly where it grows. The age of
 * the files still open is a different figure: worked off in order of arrival, it is half the time they will have stayed.
 * Source: Little, Operations Research 9 (1961), 383-387; Vigie method note, section 4, attack 11.
 * @param meanAgeMonths mean time from receipt to conclusion, above 0; null = not reported. RangeError otherwise
 */
export function checkLittlesLaw(panel: UnitPanel, window: Window, meanAgeMonths: number | null): LittlesLaw {
  if (meanAgeMonths !== null && !(meanAgeMonths > 0)) throw new RangeError('A mean age is above 0, or null.');
  const months = lastReported(panel, window);
  if (months.length < monthsNeeded) return { status: 'refused', reason: 'reported_months_too_few' };
  const outflow = mean(months.map((t) => outflowAt(panel, t) ?? NaN));
  if (outflow === 0) return { status: 'refused', reason: 'no_outflow' };
  const expectedMonths = mean(months.map((t) => at(panel.backlog, t) ?? NaN)) / outflow;
  if (meanAgeMonths === null) return { status: 'estimated', expectedMonths, ratio: null, alarm: null };
  const ratio = expectedMonths / meanAgeMonths;
  return { status: 'estimated', expectedMonths, ratio, alarm: ratio > tolerated || ratio < 1 / tolerated };
}
