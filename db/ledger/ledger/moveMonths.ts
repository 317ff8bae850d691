import { and, eq, sql } from 'drizzle-orm';
import type { UnitId } from '#contract/ground/ids';
import type { Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';

export interface Counted {
  readonly measure: Measure;
  readonly month: Month;
  readonly amount: number;
}

/** Adds to a counted month. What was said of it stays: a confirmed zero is one again once nothing is left to count. */
export async function addToMonth(
  tx: WriteTx,
  unitId: UnitId,
  measure: Measure,
  month: Month,
  amount: number,
): Promise<void> {
  await tx
    .insert(unitMonth)
    .values({ unitId, measure, month, value: amount, status: 'complete', source: 'counted' })
    .onConflictDoUpdate({
      target: [unitMonth.unitId, unitMonth.month, unitMonth.measure],
      set: {
        value: sql`coalesce(${unitMonth.value}, 0) + ${amount}`,
        version: sql`${unitMonth.version} + 1`,
      },
    });
}

/** Moves a unit's months from what something counted before a change to what it counts after it. */
export async function moveMonths(
  tx: WriteTx,
  unitId: UnitId,
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
  for (const { measure, month, amount } of moves.values()) {
    if (amount !== 0) await addToMonth(tx, unitId, measure, month, amount);
    if (amount < 0) await settleZero(tx, unitId, measure, month);
  }
}

/** A month in which nothing is left to count is as it was: without a row or, where its other counts were confirmed, a confirmed zero. */
async function settleZero(tx: WriteTx, unitId: UnitId, measure: Measure, month: Month): Promise<void> {
  const ofMonth = and(eq(unitMonth.unitId, unitId), eq(unitMonth.month, month));
  const empty = and(
    ofMonth,
    eq(unitMonth.measure, measure),
    eq(unitMonth.value, 0),
    eq(unitMonth.status, 'complete'),
    eq(unitMonth.source, 'counted'),
  );
  const confirmed = await tx.$count(
    unitMonth,
    and(ofMonth, eq(unitMonth.status, 'zero_confirmed'), eq(unitMonth.source, 'counted')),
  );
  if (confirmed > 0) await tx.update(unitMonth).set({ status: 'zero_confirmed' }).where(empty);
  else await tx.delete(unitMonth).where(empty);
}
