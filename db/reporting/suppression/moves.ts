import { at } from '../../estimator/numbers.ts';
import type { Relation } from './table.ts';

/** How far each cell may rise and fall from its value, and what a unit of movement costs. */
export interface Freedom {
  readonly up: Float64Array;
  readonly down: Float64Array;
  readonly cost: Float64Array;
}

export interface Goal {
  readonly cell: number;
  readonly direction: 1 | -1;
  /** How far it should move; may be infinite. */
  readonly amount: number;
}

const epsilon = 1e-7;
const pivotTolerance = 1e-9;

/** The cell that enters the basis, on which side, and where it goes. */
interface Entering {
  readonly column: number;
  readonly direction: 1 | -1;
}
interface Leaving {
  /** -1 where the entering column goes from one bound to the other. */
  readonly row: number;
  readonly step: number;
}

/**
 * Linear programmes over the moves that keep every relation: y with A y = 0, -down <= y <= up. Whatever solution of
 * A x = b one starts from, the others are it plus such a move, so the bounds found here are those of an attacker who
 * does not know the start. Primal simplex with bounded variables on a full tableau (Chvatal, Linear Programming, 1983,
 * ch. 8): a rise and a fall of a cell are two columns, one the other's negative, kept once. Since y = 0 is always
 * feasible the basis reached by one programme is a start for the next.
 */
export class MoveSolver {
  readonly #count: number;
  readonly #rows: Float64Array[];
  /** Columns 0..n-1 are rises, n..2n-1 falls, from 2n on the artificial columns that are zero for ever. */
  readonly #basis: Int32Array;
  readonly #basic: Uint8Array;
  readonly #atUpper: Uint8Array;
  readonly #upper: Float64Array;
  readonly #profit: Float64Array;
  readonly #values: Float64Array;
  /** Profit of the basis in each cell's rise: what the pricing compares. */
  readonly #prices: Float64Array;
  /** Where the row that is being pivoted on is not zero. */
  readonly #places: Int32Array;

  constructor(relations: readonly Relation[], count: number) {
    this.#count = count;
    this.#rows = relations.map((relation) => {
      const row = new Float64Array(count);
      for (const [cell, coefficient] of relation) row[cell] = (row[cell] ?? 0) + coefficient;
      return row;
    });
    const columns = 2 * count + relations.length;
    this.#basis = Int32Array.from(relations, (_, row) => 2 * count + row);
    this.#basic = new Uint8Array(columns).fill(1, 2 * count);
    this.#atUpper = new Uint8Array(columns);
    this.#upper = new Float64Array(columns);
    this.#profit = new Float64Array(columns);
    this.#values = new Float64Array(relations.length);
    this.#prices = new Float64Array(count);
    this.#places = new Int32Array(count);
  }

  /**
   * The move that brings the goal's cell as far as it can go, up to the amount, and of those the cheapest.
   * @returns the change of every cell; null where the goal has no end and its amount is infinite.
   */
  move(goal: Goal, freedom: Freedom): Float64Array | null {
    this.#begin(goal, freedom);
    const patience = this.#rows.length + 20;
    for (let still = 0; ;) {
      const entering = this.#price(still > patience);
      if (!entering) return this.#changes();
      const leaving = this.#leaving(entering, still > patience);
      if (leaving.step === Infinity) return null;
      this.#advance(entering, leaving);
      still = leaving.step > pivotTolerance ? 0 : still + 1;
    }
  }

  #begin({ cell, direction, amount }: Goal, { up, down, cost }: Freedom): void {
    const n = this.#count;
    this.#upper.set(up, 0);
    this.#upper.set(down, n);
    for (let each = 0; each < n; each += 1) this.#profit[each] = this.#profit[n + each] = -(cost[each] ?? 0);
    // Above what any cheapest path can cost, so that it is never cheaper to stop short.
    const prize = 4 * (1 + cost.reduce((total, each) => total + each, 0));
    const [wanted, opposite] = direction > 0 ? [cell, n + cell] : [n + cell, cell];
    this.#profit[wanted] = prize;
    this.#upper[wanted] = Math.min(at(this.#upper, wanted), amount);
    this.#upper[opposite] = 0;
    this.#atUpper.fill(0);
    this.#values.fill(0);
    this.#prices.fill(0);
    for (const [index, row] of this.#rows.entries()) {
      const profit = at(this.#profit, at(this.#basis, index));
      if (profit !== 0) addTimes(this.#prices, row, profit);
    }
  }

  /** The column that gains most; by Bland's rule, which cannot cycle, the first that gains. */
  #price(bland: boolean): Entering | null {
    let best: Entering | null = null;
    let bestGain = epsilon;
    for (let column = 0; column < 2 * this.#count; column += 1) {
      if (this.#basic[column] === 1 || this.#upper[column] === 0) continue;
      const gain = this.#gain(column);
      const direction = this.#atUpper[column] === 1 ? -1 : 1;
      if (gain * direction <= bestGain) continue;
      best = { column, direction };
      if (bland) return best;
      bestGain = gain * direction;
    }
    return best;
  }

  #gain(column: number): number {
    const fall = column >= this.#count;
    const price = at(this.#prices, fall ? column - this.#count : column);
    return at(this.#profit, column) + (fall ? price : -price);
  }

  /** The entry of a column in a row of the tableau. */
  #entry(row: number, column: number): number {
    const rise = column < this.#count;
    const entry = at(at(this.#rows, row), rise ? column : column - this.#count);
    return rise ? entry : -entry;
  }

  #leaving({ column, direction }: Entering, bland: boolean): Leaving {
    let found: Leaving = { row: -1, step: at(this.#upper, column) };
    let pivot = 0;
    for (let row = 0; row < this.#rows.length; row += 1) {
      const slope = this.#entry(row, column) * direction;
      if (Math.abs(slope) < pivotTolerance) continue;
      const value = at(this.#values, row);
      const room = slope > 0 ? value : at(this.#upper, at(this.#basis, row)) - value;
      const step = Math.max(0, room) / Math.abs(slope);
      const closer = step < found.step - pivotTolerance;
      const tied = !closer && step <= found.step + pivotTolerance && found.row >= 0;
      if (!closer && !tied) continue;
      const better = (): boolean =>
        bland ? at(this.#basis, row) < at(this.#basis, found.row) : Math.abs(slope) > pivot;
      if (!closer && !better()) continue;
      found = { row, step: Math.min(step, found.step) };
      pivot = Math.abs(slope);
    }
    return found;
  }

  #advance({ column, direction }: Entering, { row, step }: Leaving): void {
    for (let each = 0; each < this.#rows.length; each += 1)
      this.#values[each] = at(this.#values, each) - direction * step * this.#entry(each, column);
    if (row < 0) {
      this.#atUpper[column] = direction > 0 ? 1 : 0;
      return;
    }
    const start = direction > 0 ? 0 : at(this.#upper, column);
    const left = at(this.#basis, row);
    this.#basic[left] = 0;
    this.#atUpper[left] = this.#entry(row, column) * direction < 0 ? 1 : 0;
    this.#pivot(row, column);
    this.#basis[row] = column;
    this.#basic[column] = 1;
    this.#atUpper[column] = 0;
    this.#values[row] = start + direction * step;
  }

  #pivot(row: number, column: number): void {
    const gain = this.#gain(column);
    const entries = this.#rows.map((_, each) => this.#entry(each, column));
    const pivotRow = at(this.#rows, row);
    const pivot = at(entries, row);
    const places = this.#places;
    let count = 0;
    for (let cell = 0; cell < pivotRow.length; cell += 1) {
      const value = pivotRow[cell] ?? 0;
      if (value === 0) continue;
      const scaled = value / pivot;
      pivotRow[cell] = Math.abs(scaled) < 1e-12 ? 0 : scaled;
      if (pivotRow[cell] !== 0) places[count++] = cell;
    }
    const nonzero = places.subarray(0, count);
    addAt(this.#prices, pivotRow, nonzero, gain);
    for (const [each, entry] of entries.entries())
      if (each !== row && entry !== 0) addAt(at(this.#rows, each), pivotRow, nonzero, -entry);
  }

  #changes(): Float64Array {
    const n = this.#count;
    const changes = new Float64Array(n);
    const add = (column: number, value: number): void => {
      if (column < n) changes[column] = at(changes, column) + value;
      else changes[column - n] = at(changes, column - n) - value;
    };
    for (let column = 0; column < 2 * n; column += 1)
      if (this.#atUpper[column] === 1) add(column, at(this.#upper, column));
    for (const [row, column] of this.#basis.entries()) if (column < 2 * n) add(column, at(this.#values, row));
    return changes;
  }
}

/** target += source * factor where the source is not zero: a row of the tableau is mostly zeros. */
function addAt(target: Float64Array, source: Float64Array, nonzero: Int32Array, factor: number): void {
  for (let index = 0; index < nonzero.length; index += 1) {
    const place = nonzero[index] ?? 0;
    target[place] = (target[place] ?? 0) + factor * (source[place] ?? 0);
  }
}

/** target += source * factor */
function addTimes(target: Float64Array, source: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index += 1) {
    const added = source[index] ?? 0;
    if (added !== 0) target[index] = (target[index] ?? 0) + factor * added;
  }
}
