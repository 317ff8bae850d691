import type { Weighted } from './chance.ts';
import type { Words } from './words.ts';

/** How a unit writes a row. Patterns of days are those of `fill`. */
export interface Style {
  readonly words: Words;
  readonly received: Weighted<string>;
  /** Patterns that nobody can read for certain. */
  readonly undecidedReceived: readonly string[];
  readonly closed: Weighted<string>;
  readonly undecidedClosed: readonly string[];
  /** A day and a month in digits, in the order of this unit. */
  readonly dayMonth: string;
  /** Patterns with {n} for a number of the source, {n4} for it in two groups and {n5} for its end. */
  readonly numbers: Weighted<string>;
  /** Names of a unit, by its code. */
  readonly units?: Readonly<Record<string, readonly string[]>>;
}
