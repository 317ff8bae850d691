import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../db/estimator/random.ts';
import type { StaggeredPanel } from '../../../db/estimator/staggered/panel.ts';
import { permutationP, permuteEvents } from '../../../db/estimator/staggered/permutation.ts';
import { inverseForm } from '../../../db/estimator/staggered/quadraticForm.ts';
import { trendFound80 } from '../../../db/estimator/staggered/trendFound.ts';

type World = { readonly cohorts: readonly number[]; readonly events: readonly number[] };

/** So many units of each start date, and of none. */
const cohortsOf = (sizes: readonly (readonly [cohort: number, units: number])[]): number[] =>
  sizes.flatMap(([cohort, units]) => Array.from({ length: units }, () => cohort));

const half: World = {
  cohorts: cohortsOf([
    [5, 20],
    [Infinity, 20],
  ]),
  events: [-4, -3, -2, -1],
};
const staggered: World = {
  cohorts: cohortsOf([
    [5, 8],
    [6, 8],
    [8, 8],
    [Infinity, 16],
  ]),
  events: [-4, -3, -2, -1],
};

/** Levels that chance moves from period to period, and a trend of the treated units up to their treatment. */
function panelOf(seed: number, { cohorts }: World, trend = 0, size = 1): StaggeredPanel {
  const random = createRandom(seed, 'units');
  const levels = cohorts.map(() => 0);
  const periods = Array.from({ length: 10 }, (_, t) => t);
  return {
    periods,
    cohorts,
    outcomes: periods.map((t) =>
      Float64Array.from(cohorts, (cohort, unit) => {
        levels[unit]! += size * random.normal() + (t < cohort && cohort < Infinity ? trend : 0);
        return levels[unit]!;
      }),
    ),
  };
}

const settings = { seed: 1, permutations: 199 };

function foundIn(world: World, seed: number, size = 1): number | null {
  const panel = panelOf(seed, world, 0, size);
  const permuted = permuteEvents(panel, world.events, settings);
  return trendFound80({ panel, events: world.events, settings }, permuted, inverseForm(permuted, permuted.length));
}

/** How often a trend is found in other worlds than those that said what would be. */
function shareFound(world: World, trend: number): number {
  const found = Array.from({ length: 200 }, (_, seed) => {
    const permuted = permuteEvents(panelOf(seed + 1000, world, trend), world.events, settings);
    return permutationP(permuted.map(inverseForm(permuted, permuted.length).of)) < 0.05;
  });
  return found.filter(Boolean).length / found.length;
}

describe('the trend that the permuted test of the periods before the treatment finds in 8 of 10 samples', () => {
  it.each([
    ['one start date', half],
    ['several', staggered],
  ])('is found in 8 of 10, and half of it in far fewer: %s', (_, world) => {
    const leasts = Array.from({ length: 40 }, (__, seed) => foundIn(world, seed)!).sort((a, b) => a - b);
    const [most, few] = [shareFound(world, leasts[20]!), shareFound(world, leasts[20]! / 2)];
    // The standard error of a share of .8 in 200 samples is .03.
    expect(most).toBeGreaterThan(0.7);
    expect(most).toBeLessThan(0.9);
    expect(few).toBeLessThan(0.4);
  });

  it('grows with what chance gives', () => {
    expect(foundIn(half, 3, 10)).toBeCloseTo(10 * foundIn(half, 3)!, 4);
  });

  it('is stronger where fewer units are tested', () => {
    const few: World = {
      ...half,
      cohorts: cohortsOf([
        [5, 5],
        [Infinity, 5],
      ]),
    };
    // A mean of a quarter of the units errs twice as much, and its error is known less well.
    expect(foundIn(few, 1)! / foundIn(half, 1)!).toBeGreaterThan(2);
  });

  it('is none where the effects before the treatment do not move', () => {
    const panel = panelOf(1, half, 0, 0);
    const still = Array.from({ length: 100 }, () => new Float64Array(4));
    expect(trendFound80({ panel, events: half.events, settings }, still, { rank: 0, of: () => 0 })).toBeNull();
  });
});
