import { mean, quantileOfSorted } from './numbers.ts';

export function meanSquare(values: readonly number[]): number {
  return mean(values.map((value) => value * value));
}

/** Standard deviation with n - 1; 0 for fewer than two values. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  const squares = values.reduce((total, value) => total + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** @param values in any order, not empty */
export function medianOf(values: readonly number[]): number {
  return quantileOfSorted(
    [...values].sort((one, other) => one - other),
    0.5,
  );
}
