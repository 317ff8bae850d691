import { at } from '../../estimator/numbers.ts';

/** Both ends included; whole numbers. */
export type Range = readonly [low: number, high: number];

/**
 * - `open`: to be published unless it must be hidden.
 * - `published`: known already, from an earlier release.
 * - `withheld`: never published by this release, but bound by the relations: a difference of two cells, a cell that an earlier release hid.
 */
export type CellState = 'open' | 'published' | 'withheld';

export interface Cell {
  readonly id: string;
  /** The true value, a whole number. */
  readonly value: number;
  /** What everyone knows that it is not below: 0 for a count, null where it may have either sign. */
  readonly lower: number | null;
  readonly state: CellState;
  /** The values between which nobody may be able to tell; null for a cell that is no secret of itself. */
  readonly protect: Range | null;
  /** What hiding it costs a reader, above 0. It must not depend on the value: a choice made by the values would disclose them. */
  readonly cost: number;
}

/** Cells, by their position in the table, whose values times their coefficients add up to zero. */
export type Relation = readonly (readonly [cell: number, coefficient: number])[];

/** Every table of a release, and what earlier releases said of the same cells, as one linear system. */
export interface Table {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
}

/** The protection range of a count of 1 to 4, or of as many in the other direction; null for a value that is not small. */
export function smallCount(value: number): Range | null {
  if (value >= 1 && value <= 4) return [1, 4];
  return value <= -1 && value >= -4 ? [-4, -1] : null;
}

function checkCell({ id, value, lower, state, protect, cost }: Cell): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${id} is no whole number.`);
  if (lower !== null && value < lower) throw new RangeError(`${id} is below its own lower bound.`);
  if (protect !== null && (value < protect[0] || value > protect[1]))
    throw new RangeError(`${id} is outside its protection range.`);
  if (protect !== null && state === 'published') throw new RangeError(`${id} is to be protected and is published.`);
  if (!(cost > 0)) throw new RangeError(`${id} costs nothing to hide.`);
}

/** @throws RangeError for a table whose true values break a relation, a bound or a protection range: the caller's fault. */
export function checkTable({ cells, relations }: Table): void {
  for (const cell of cells) checkCell(cell);
  for (const relation of relations) {
    const balance = relation.reduce((total, [cell, coefficient]) => total + coefficient * at(cells, cell).value, 0);
    if (balance !== 0) throw new RangeError(`No balance: ${relation.map(([cell]) => at(cells, cell).id).join(', ')}.`);
  }
}
