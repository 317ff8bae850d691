import { sum } from '../numbers.ts';
import type { ClosingMonth, Stream } from './months.ts';
import type { UnitClosings } from './rates.ts';

/** The rates where every file that leaves without investigation is taken to follow one thing. A month then has no luck, and none is a clean-up. */
export function alternativeClosings(months: readonly ClosingMonth[], stream: Stream): UnitClosings {
  const followed = sum(months.map((month) => month[stream]));
  const rate = followed > 0 ? sum(months.map(({ left }) => left)) / followed : 0;
  const none = Float64Array.of(0);
  return { inflow: none, work: none, queue: none, [stream]: Float64Array.of(rate), size: Float64Array.of(Infinity) };
}
