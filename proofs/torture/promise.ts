/** A promise of the store, and what breaks it on purpose. */
export interface BrokenPromise {
  readonly name: string;
  readonly promise: string;
  /** How often: few in `npm test` (0: not there), many in `npm run torture`. */
  readonly few: number;
  readonly many: number;
  /** Tries it so often. A thing that is lost is described, so that it can be tried again under the same seed. */
  readonly tryIt: (times: number, chance: Chance) => Promise<Outcome>;
}

export interface Outcome {
  readonly tried: number;
  readonly kept: number;
  readonly lost: readonly string[];
}

/** Tries one thing so often. `once` answers with all that is wrong: nothing where the promise was kept. */
export async function tryEach(
  times: number,
  thing: string,
  once: (time: number) => Promise<readonly string[]>,
): Promise<Outcome> {
  const lost: string[] = [];
  let kept = 0;
  for (let time = 0; time < times; time += 1) {
    const wrong = await once(time);
    if (wrong.length === 0) kept += 1;
    lost.push(...wrong.map((each) => `${thing} ${String(time)}: ${each}`));
  }
  return { tried: times, kept, lost };
}

export interface Chance {
  /** From 0 to below the limit. */
  readonly below: (limit: number) => number;
  readonly oneOf: <T>(choices: readonly T[]) => T;
}

/** The same numbers for the same seed: mulberry32, public domain, by Tommy Ettinger. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneOf: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
}
