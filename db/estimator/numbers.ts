/** The element at an index that the caller knows to be inside the array; a RangeError shows a fault of the caller. */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`No element at index ${index}.`);
  return value;
}

/** The x with P(|X| <= x) = 95 % for a standard normal X. */
export const z975 = 1.959963984540054;

export function square(value: number): number {
  return value * value;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function mean(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += at(values, index);
  return total / values.length;
}

/**
 * Quantile of values sorted in ascending order, by linear interpolation between order statistics.
 * Source: Hyndman and Fan (1996), definition 7 (the default of R and NumPy).
 * @param sorted ascending, not empty
 * @param level between 0 and 1
 */
export function quantileOfSorted(sorted: ArrayLike<number>, level: number): number {
  const position = level * (sorted.length - 1);
  const below = Math.floor(position);
  const low = at(sorted, below);
  if (below + 1 >= sorted.length) return low;
  return low + (position - below) * (at(sorted, below + 1) - low);
}
