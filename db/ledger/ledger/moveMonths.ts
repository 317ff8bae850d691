import type { Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { addToMonth } from './book.ts';

export interface Counted {
  readonly measure: Measure;
  readonly month: Month;
  readonly amount: number;
}

/** Moves a unit's months from what something counted before a change to what it counts after it. */
export async function moveMonths(
  tx: WriteTx,
  unitId: string,
  before: readonly Counted[],
  after: readonly Counted[],
): Promise<void> {
  const moves = new Map<string, Counted>();
  const add = ({ measure, month, amount }: Counted, sign: 1 | -1): void => {
    const key = `${measure} ${month}`;
    moves.set(key, { measure, month, amount: (moves.get(key)?.amount ?? 0) + sign * amount });
  };
  for (const each of before) add(each, -1);
  for (const each of after) add(each, 1);
  for (const { measure, month, amount } of moves.values())
    if (amount !== 0) await addToMonth(tx, unitId, measure, month, amount);
}
