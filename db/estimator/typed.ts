/**
 * Elements of typed arrays in loops that run a hundred million times: one function for each kind of array, so that the engine compiles each
 * to a plain load. The caller's indices are inside the array; `at` of numbers.ts checks where that is not plain to see.
 */
export function real(values: Float64Array, index: number): number {
  return values[index] as number;
}

export function whole(values: Int32Array, index: number): number {
  return values[index] as number;
}

export function flag(values: Uint8Array, index: number): number {
  return values[index] as number;
}
