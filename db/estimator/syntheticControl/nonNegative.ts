import { at } from '../numbers.ts';

type Columns = readonly Float64Array[];

/** The columns in use as an orthonormal basis (Gram-Schmidt, twice, which is orthogonal to rounding) and its triangle. */
type Basis = { readonly directions: Float64Array[]; readonly triangle: Float64Array[]; readonly projected: number[] };

/** Indices of the columns in use and their least-squares coefficients, of which some may be negative. */
type State = { readonly active: readonly number[]; readonly basis: Basis; readonly solution: readonly number[] };

/** A column that lies within this share of its length from the span of the others counts as dependent on them. */
const dependent = 1e-11;

export function dot(one: Float64Array, other: Float64Array): number {
  let total = 0;
  for (let i = 0; i < one.length; i += 1) total += (one[i] ?? 0) * (other[i] ?? 0);
  return total;
}

/** onto += factor * values */
function addScaled(onto: Float64Array, factor: number, values: Float64Array): void {
  for (let i = 0; i < onto.length; i += 1) onto[i] = (onto[i] ?? 0) + factor * (values[i] ?? 0);
}

/** False, and nothing changes, when the column depends on those already there. */
function append(basis: Basis, column: Float64Array, target: Float64Array): boolean {
  const size = basis.directions.length;
  const rest = column.slice();
  const entries = new Float64Array(size + 1);
  for (let pass = 0; pass < 2; pass += 1) {
    for (let k = 0; k < size; k += 1) {
      const share = dot(at(basis.directions, k), rest);
      entries[k] = at(entries, k) + share;
      addScaled(rest, -share, at(basis.directions, k));
    }
  }
  const length = Math.sqrt(dot(rest, rest));
  if (length <= dependent * Math.sqrt(dot(column, column))) return false;
  entries[size] = length;
  for (let i = 0; i < rest.length; i += 1) rest[i] = at(rest, i) / length;
  basis.directions.push(rest);
  basis.triangle.push(entries);
  basis.projected.push(dot(rest, target));
  return true;
}

function dropLast(basis: Basis): void {
  basis.directions.pop();
  basis.triangle.pop();
  basis.projected.pop();
}

function coefficients(basis: Basis): number[] {
  const values = [...basis.projected];
  for (let k = values.length - 1; k >= 0; k -= 1) {
    const column = at(basis.triangle, k);
    const value = at(values, k) / at(column, k);
    values[k] = value;
    for (let i = 0; i < k; i += 1) values[i] = at(values, i) - value * at(column, i);
  }
  return values;
}

function solveOver(columns: Columns, target: Float64Array, active: readonly number[]): State {
  const basis: Basis = { directions: [], triangle: [], projected: [] };
  const independent = active.filter((j) => append(basis, at(columns, j), target));
  return { active: independent, basis, solution: coefficients(basis) };
}

/** The columns that a guess names, if their coefficients are positive; otherwise none. */
function startFrom(columns: Columns, target: Float64Array, guess: readonly number[]): State {
  const state = solveOver(columns, target, guess);
  return state.solution.every((value) => value > 0) ? state : solveOver(columns, target, []);
}

/** Moves from the feasible weights towards the solution until the first of them is 0; the columns that then have a weight. */
function retreat({ active, solution }: State, weights: Float64Array): number[] {
  let share = 1;
  let first = -1;
  active.forEach((j, k) => {
    const reach = at(weights, j) / (at(weights, j) - at(solution, k));
    if (at(solution, k) <= 0 && !(reach >= share)) [share, first] = [reach, j];
  });
  return active.filter((j, k) => {
    const reached = at(weights, j) + share * (at(solution, k) - at(weights, j));
    // The one that stops the move is at 0 exactly; were rounding to keep it in, the loop would not end.
    const stays = j !== first && reached > 0;
    weights[j] = stays ? reached : 0;
    return stays;
  });
}

/** The column that would lower the sum of squares fastest, or -1 when none would beyond rounding. */
function steepest(columns: Columns, residual: Float64Array, barred: Uint8Array, tolerance: number): number {
  let best = tolerance;
  let found = -1;
  for (let j = 0; j < columns.length; j += 1) {
    if (at(barred, j) !== 0) continue;
    const slope = dot(at(columns, j), residual);
    if (slope > best) [best, found] = [slope, j];
  }
  return found;
}

/**
 * The state with one more column, in a basis that is extended in place; null at the optimum. A column that only rounding asks for (dependent on the
 * others, or without a positive coefficient) is passed over.
 */
function enter(columns: Columns, target: Float64Array, state: State, tolerance: number): State | null {
  const { active, basis, solution } = state;
  const residual = target.slice();
  const barred = new Uint8Array(columns.length);
  active.forEach((j, k) => {
    addScaled(residual, -at(solution, k), at(columns, j));
    barred[j] = 1;
  });
  for (;;) {
    const entering = steepest(columns, residual, barred, tolerance);
    if (entering < 0) return null;
    barred[entering] = 1;
    if (!append(basis, at(columns, entering), target)) continue;
    const next = coefficients(basis);
    if (at(next, active.length) > 0) return { active: [...active, entering], basis, solution: next };
    dropLast(basis);
  }
}

/**
 * Non-negative least squares: the x >= 0 that minimises |sum_j x_j column_j - target|^2, by Lawson and Hanson's active-set method (Solving Least
 * Squares Problems, 1974, chapter 23). Ends at the optimum up to rounding; after 10 steps a column it returns what it has reached.
 * @param columns each as long as the target; they should be of comparable length, so scale them first
 * @param guess indices of columns likely to be in use, such as those of a neighbouring problem: less work, the same answer
 */
export function solveNonNegative(columns: Columns, target: Float64Array, guess: readonly number[] = []): Float64Array {
  const weights = new Float64Array(columns.length);
  let longest = 0;
  for (const column of columns) longest = Math.max(longest, dot(column, column));
  const tolerance = 4 * Number.EPSILON * target.length * Math.sqrt(longest * dot(target, target));
  let state = startFrom(columns, target, guess);
  for (let step = 0; step < 10 * columns.length; step += 1) {
    while (state.solution.some((value) => value <= 0)) {
      state = solveOver(columns, target, retreat(state, weights));
    }
    const { active, solution } = state;
    active.forEach((j, k) => (weights[j] = at(solution, k)));
    const next = enter(columns, target, state, tolerance);
    if (next === null) break;
    state = next;
  }
  return weights;
}
