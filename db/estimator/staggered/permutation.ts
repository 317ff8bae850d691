import { at } from '../numbers.ts';
import { createRandom, type Random } from '../random.ts';
import { cohortSizes, comparisonsOf, meanChange, type Comparison } from './groupTime.ts';
import type { StaggeredPanel } from './panel.ts';

export type PermutationSettings = {
  /** Whole number from 0 to 2^32 - 1. */
  readonly seed: number;
  /** At least 20. */
  readonly permutations: number;
};

/** A place in the order of units, from `from` to before `to`, that makes a unit a member of the cohort. */
type Seats = { readonly from: number; readonly to: number; readonly comparisons: readonly Seated[] };
type Seated = Comparison & { readonly event: number };

/** Effects by event time of a panel whose units sit in this order; NaN where nothing can be compared. */
type EffectsOf = (order: Int32Array) => Float64Array;

function seatsOf({ periods, cohorts }: StaggeredPanel, events: readonly number[]): readonly Seats[] {
  let from = 0;
  return [...cohortSizes(cohorts)].map(([cohort, size]) => {
    const comparisons = comparisonsOf(periods, cohort)
      .map((comparison) => ({ ...comparison, event: events.indexOf(at(periods, comparison.t) - cohort) }))
      .filter(({ event }) => event >= 0);
    const seats = { from, to: from + size, comparisons };
    from += size;
    return seats;
  });
}

function effectsByEvent({ outcomes }: StaggeredPanel, seats: readonly Seats[], events: number): EffectsOf {
  return (order) => {
    const totals = new Float64Array(events);
    const weights = new Float64Array(events);
    const never = order.subarray(seats.at(-1)?.to);
    for (const { from, to, comparisons } of seats) {
      const members = order.subarray(from, to);
      for (const { t, base, event } of comparisons) {
        const after = at(outcomes, t);
        const before = at(outcomes, base);
        const att = meanChange(after, before, members).mean - meanChange(after, before, never).mean;
        if (Number.isNaN(att)) continue;
        totals[event] = at(totals, event) + (to - from) * att;
        weights[event] = at(weights, event) + (to - from);
      }
    }
    return totals.map((total, event) => total / at(weights, event));
  };
}

/** Fisher-Yates, in place. */
function shuffle(random: Random, order: Int32Array): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random.uniform() * (last + 1));
    const kept = at(order, last);
    order[last] = at(order, chosen);
    order[chosen] = kept;
  }
}

/**
 * Effects by event time, against never treated units, when the cohorts are dealt out again among all units: one array for each assignment, the
 * actual one first. An assignment under which some event time cannot be estimated, because the units dealt to it were not observed, is left out.
 * @param events event times that can be estimated under the actual assignment
 * @throws RangeError for fewer than 20 permutations: no p-value could fall below 5 %
 */
export function permuteEvents(
  panel: StaggeredPanel,
  events: readonly number[],
  { seed, permutations }: PermutationSettings,
): readonly Float64Array[] {
  if (!Number.isInteger(permutations) || permutations < 20)
    throw new RangeError('At least 20 permutations are needed.');
  const { cohorts } = panel;
  const seating = [...cohortSizes(cohorts).keys(), Infinity].flatMap((cohort) =>
    cohorts.flatMap((own, unit) => (own === cohort ? [unit] : [])),
  );
  const order = Int32Array.from(seating);
  const effectsOf = effectsByEvent(panel, seatsOf(panel, events), events.length);
  const random = createRandom(seed, 'permuted start dates');
  const found = [effectsOf(order)];
  for (let permutation = 0; permutation < permutations; permutation += 1) {
    shuffle(random, order);
    const effects = effectsOf(order);
    if (!effects.some(Number.isNaN)) found.push(effects);
  }
  return found;
}

/** Share of the assignments whose statistic is at least that of the first, the actual one; ties count, up to rounding. */
export function permutationP(statistics: readonly number[]): number {
  const actual = at(statistics, 0);
  const atLeast = actual - 1e-9 * Math.abs(actual);
  return statistics.filter((statistic) => statistic >= atLeast).length / statistics.length;
}
