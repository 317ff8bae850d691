import type { FreshId, NewId } from '../../ground/kernel/ids.ts';
import { createRandom, type Random } from '../../estimator/random.ts';

/** Draws of the demonstration: the same seed and label tell the same story on every machine. */
export interface Chance {
  readonly random: Random;
  readonly yes: (probability: number) => boolean;
  readonly whole: (low: number, high: number) => number;
  readonly one: <T>(choices: readonly T[]) => T;
  /** One of the choices, each as likely as its weight. */
  readonly weighted: <T>(choices: readonly (readonly [T, number])[]) => T;
}

export function chanceOf(seed: number, label: string): Chance {
  const random = createRandom(seed, label);
  const whole = (low: number, high: number): number => low + Math.floor(random.uniform() * (high - low + 1));
  const weighted = <T>(choices: readonly (readonly [T, number])[]): T => {
    let left = random.uniform() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left <= 0) return choice;
    }
    throw new Error('a weighted choice needs a choice');
  };
  return {
    random,
    yes: (probability) => random.uniform() < probability,
    whole,
    one: (choices) => weighted(choices.map((choice) => [choice, 1] as const)),
    weighted,
  };
}

/** Time-ordered ids as the application makes them, from the seed instead of the clock, so that two builds agree. */
export function seededIds(seed: number, label: string, start: number): NewId {
  const random = createRandom(seed, `ids ${label}`);
  const hex = (digits: number): string => (random.uint32() >>> 0).toString(16).padStart(8, '0').slice(0, digits);
  let count = start;
  return () => {
    const time = (count++).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(8)}${hex(4)}` as FreshId;
  };
}
