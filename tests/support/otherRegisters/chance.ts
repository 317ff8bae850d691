import { createRandom } from '../../../db/estimator/random.ts';

export type Weighted<T> = readonly (readonly [T, number])[];

/** Draws of a clerk's habits: the same for a seed and a name. */
export interface Chance {
  readonly happens: (share: number) => boolean;
  /** From 0 to below the bound. */
  readonly below: (bound: number) => number;
  readonly pick: <T>(options: readonly T[]) => T;
  /** The first options are a habit, the last ones are rare. */
  readonly habit: <T>(options: readonly T[]) => T;
  readonly weigh: <T>(options: Weighted<T>) => T;
}

export function createChance(seed: number, name: string): Chance {
  const { uniform } = createRandom(seed, name);
  const at = <T>(options: readonly T[], share: number): T => {
    const option = options[Math.floor(share * options.length)];
    if (option === undefined) throw new RangeError('There is nothing to choose from');
    return option;
  };
  return {
    happens: (share) => uniform() < share,
    below: (bound) => Math.floor(uniform() * bound),
    pick: (options) => at(options, uniform()),
    habit: (options) => at(options, uniform() ** 2.2),
    weigh: (options) => {
      let left = uniform() * options.reduce((sum, [, weight]) => sum + weight, 0);
      const found = options.find(([, weight]) => (left -= weight) < 0) ?? options.at(-1);
      if (found === undefined) throw new RangeError('There is nothing to weigh');
      return found[0];
    },
  };
}
