/**
 * Without what binary fractions leave at the end of a sum of decimals: 180.1 and not 180.10000000000002. A difference of large numbers leaves
 * as much in one that is near zero, so that no more than ten decimals are kept. Adding zero makes -0 a plain one.
 */
export function clean(value: number): number {
  return Number(Number(value.toPrecision(14)).toFixed(10)) + 0;
}
