import { nextMonth } from '../panel.ts';
import { at } from '../numbers.ts';
import type { Summary } from '../summary.ts';
import type { PlanBasis } from './basis.ts';
import { difference, drawsAt } from './describe.ts';
import { project, type Projections } from './project.ts';
import type { Plan } from './staff.ts';

/** The smallest share of a position that is looked for. */
export const fteStep = 0.25;

export type Search = {
  readonly unitId: string;
  /** First month of the staff that are looked for, and the month by which the backlog is to be at most `target`; 'YYYY-MM'. */
  readonly from: string;
  readonly by: string;
  readonly target: number;
  /** Share of the draws in which it has to be. */
  readonly probability: number;
  /** The most FTE that are tried. */
  readonly most: number;
};

export type Found = {
  /** Funded FTE added to the plan's own, in quarters; null = no number in the range reaches the target. */
  readonly fte: number | null;
  /** Ends of the 80 % interval of what is needed from draw to draw; null = more than the range. */
  readonly low: number | null;
  readonly high: number | null;
  /** Share of the draws that reach the target: with that staff, with none added to the plan's, and with the most that are tried. */
  readonly probability: number;
  readonly probabilityWithNone: number;
  readonly probabilityWithMost: number;
  /** First month from which the target is reached with the probability asked, with that staff, and stays so until `by`; null = in none. */
  readonly reached: string | null;
  /** Files more at `by` were that staff to come a month later; null where there is no such staff. */
  readonly delay: Summary | null;
};

function run(
  basis: PlanBasis,
  plan: Plan,
  search: Search,
  fte: Float64Array,
  months: number,
  from = search.from,
): Projections {
  const extra = { unitId: search.unitId, from, fte };
  return project(basis, [{ plan, extra }], months, [search.unitId]);
}

function reaches(projections: Projections, { by, target }: Search): boolean[] {
  const { backlog } = at(projections.totals, 0);
  return drawsAt(backlog, projections, projections.months.indexOf(by)).map((files) => files <= target);
}

function share(reached: readonly boolean[]): number {
  return reached.filter(Boolean).length / reached.length;
}

/**
 * The least staff for which each draw reaches the target, in steps; Infinity where the most does not. By bisection, all draws at once: luck is the
 * same under every number of staff.
 */
function needs(basis: PlanBasis, plan: Plan, search: Search, months: number): number[] {
  const steps = Math.round(search.most / fteStep);
  const atSteps = (number: ArrayLike<number>): boolean[] =>
    reaches(
      run(
        basis,
        plan,
        search,
        Float64Array.from(number, (each) => each * fteStep),
        months,
      ),
      search,
    );
  const none = atSteps(new Float64Array(basis.draws));
  const most = atSteps(new Float64Array(basis.draws).fill(steps));
  const low = new Float64Array(basis.draws);
  const high = new Float64Array(basis.draws).fill(steps);
  for (let width = steps; width > 1; width = Math.ceil(width / 2)) {
    const middle = low.map((from, d) => Math.floor((from + at(high, d)) / 2));
    atSteps(middle).forEach((reached, d) => {
      if (at(high, d) - at(low, d) <= 1) return;
      if (reached) high[d] = at(middle, d);
      else low[d] = at(middle, d);
    });
  }
  return Array.from(high, (step, d) => (at(none, d) ? 0 : at(most, d) ? step : Infinity));
}

function quantile(sorted: readonly number[], level: number): number {
  return at(sorted, Math.min(sorted.length - 1, Math.max(0, Math.ceil(level * sorted.length) - 1)));
}

/** The first planned month from which, up to `by`, the share of draws at or below the target is the one asked. */
function firstReached(projections: Projections, { by, target, probability }: Search): string | null {
  const { backlog } = at(projections.totals, 0);
  const upTo = projections.months.slice(0, projections.months.indexOf(by) + 1);
  const lastMissed = upTo.findLastIndex((_, h) => {
    const under = drawsAt(backlog, projections, h).map((files) => files <= target);
    return share(under) < probability;
  });
  return upTo[lastMissed + 1] ?? null;
}

/** A longer queue loses more of itself, so that a draw now and then has more files with more staff: the first number from there on that all draws together reach it with. */
function enough(from: number | null, search: Search, withAll: (fte: number) => Projections): number | null {
  let fte = from;
  while (fte !== null && share(reaches(withAll(fte), search)) < search.probability)
    fte = fte + fteStep > search.most ? null : fte + fteStep;
  return fte;
}

/**
 * The least funded staff added to a plan's own for which a unit's backlog is at most the target by a month, with the probability asked.
 * Source: Vigie planning note.
 * @param months of the projection; `by` is one of them, RangeError otherwise
 */
export function findStaff(basis: PlanBasis, plan: Plan, search: Search, months: number): Found {
  const none = run(basis, plan, search, new Float64Array(basis.draws), months);
  if (!none.months.includes(search.by)) throw new RangeError('The month of the target is not one of the plan.');
  const sorted = needs(basis, plan, search, months).sort((one, other) => one - other);
  const inFte = (steps: number): number | null => (steps === Infinity ? null : steps * fteStep);
  const withAll = (fte: number): Projections =>
    run(basis, plan, search, new Float64Array(basis.draws).fill(fte), months);
  const fte = enough(inFte(quantile(sorted, search.probability)), search, withAll);
  const chosen = withAll(fte ?? search.most);
  const later = run(
    basis,
    plan,
    search,
    new Float64Array(basis.draws).fill(fte ?? search.most),
    months,
    nextMonth(search.from),
  );
  const withMost = withAll(search.most);
  const joined: Projections = { ...chosen, totals: [at(chosen.totals, 0), at(later.totals, 0)] };
  return {
    fte,
    low: inFte(quantile(sorted, 0.1)),
    high: inFte(quantile(sorted, 0.9)),
    probability: share(reaches(chosen, search)),
    probabilityWithNone: share(reaches(none, search)),
    probabilityWithMost: share(reaches(withMost, search)),
    reached: fte === null ? null : firstReached(chosen, search),
    delay:
      fte === null || fte === 0
        ? null
        : difference(joined, at(joined.totals, 1), at(joined.totals, 0), none.months.indexOf(search.by) + 1),
  };
}
