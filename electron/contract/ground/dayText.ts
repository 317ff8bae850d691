import type { CivilDate, UncertainDay } from './dates.ts';

/**
 * A day as far as it is known, the same in both languages: `2019-03-12`, `2019-03`, `2019`, `2019-03-12 – 2019-05-01`.
 * @param on the day; where it is uncertain, the first that it may have been
 * @param unknown the words for a day of which nothing is known
 */
export function dayText(on: CivilDate, uncertain: UncertainDay, unknown: string): string {
  if (uncertain === null) return on;
  switch (uncertain.precision) {
    case 'month':
      return on.slice(0, 7);
    case 'year':
      return on.slice(0, 4);
    case 'unknown':
      return unknown;
    case 'quarter':
    case 'between':
      return `${on} – ${uncertain.latest}`;
  }
}
