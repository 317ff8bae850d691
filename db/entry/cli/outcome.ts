import type { TextKey } from './texts/english.ts';

export const exitCodes = { done: 0, failed: 1, usage: 2, notVerified: 3, blocked: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command came to: a value for machines and lines for people. Nothing is written before it is whole. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly value: unknown;
  readonly lines: readonly string[];
}

export function done(value: unknown, lines: readonly string[]): Outcome {
  return { exitCode: exitCodes.done, value, lines };
}

/** What was typed, or a file that was named, cannot be used: known before any store is asked. */
export class InputFailure extends Error {
  readonly key: TextKey;
  readonly values: Readonly<Record<string, string | number>>;
  readonly exitCode: ExitCode;

  constructor(
    key: TextKey,
    values: Readonly<Record<string, string | number>> = {},
    exitCode: ExitCode = exitCodes.usage,
  ) {
    super(key);
    this.key = key;
    this.values = values;
    this.exitCode = exitCode;
  }
}
