import type { ImportId, UnitId } from '#contract/ground/ids';
import { and, eq, ne } from 'drizzle-orm';
import type { Measure, ValueStatus } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { addToMonth } from '../../ledger/ledger/moveMonths.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import { importMonth } from '../../ground/schema/unit/imports.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';

export interface MonthMove {
  readonly unitId: UnitId;
  readonly measure: Measure;
  readonly month: Month;
  readonly amount: number;
}

const cellOf = ({ unitId, measure, month }: Omit<MonthMove, 'amount'>) =>
  and(eq(unitMonth.unitId, unitId), eq(unitMonth.measure, measure), eq(unitMonth.month, month));

async function statusOf(tx: WriteTx, move: Omit<MonthMove, 'amount'>): Promise<ValueStatus | null> {
  const [held] = await tx.select({ status: unitMonth.status }).from(unitMonth).where(cellOf(move));
  return held?.status ?? null;
}

/** Adds what an import counts to its months, and keeps what they were. */
export async function moveMonths(
  tx: WriteTx,
  importId: ImportId,
  moves: Iterable<MonthMove>,
  { newId }: Pick<Context, 'newId'>,
): Promise<void> {
  for (const move of moves) {
    const { unitId, measure, month, amount } = move;
    if (amount === 0) continue;
    const statusBefore = await statusOf(tx, move);
    await tx.insert(importMonth).values({ id: newId(), importId, unitId, measure, month, amount, statusBefore });
    await addToMonth(tx, unitId, measure, month, amount);
  }
}

export type UncertainMonth = Omit<MonthMove, 'amount'>;

/** Months in which referrals may have ended whose day is not known: what is counted there is partial. Kept with an amount of none, so that an undo says again what was said before. */
export async function markPartial(
  tx: WriteTx,
  importId: ImportId,
  uncertain: readonly UncertainMonth[],
  { newId }: Pick<Context, 'newId'>,
): Promise<void> {
  for (const each of uncertain) {
    const { unitId, measure, month } = each;
    const statusBefore = await statusOf(tx, each);
    await tx.insert(importMonth).values({ id: newId(), importId, unitId, measure, month, amount: 0, statusBefore });
    if (statusBefore === null) await addToMonth(tx, unitId, measure, month, 0);
    await tx.update(unitMonth).set({ status: 'partial' }).where(cellOf(each));
  }
}

/**
 * A month that an import called partial is what it was before; where another import calls it so too it stays partial, and that import
 * keeps what it was before both.
 */
async function unmarkPartial(
  tx: WriteTx,
  importId: ImportId,
  marked: UncertainMonth & { readonly statusBefore: ValueStatus | null },
) {
  const others = and(
    ne(importMonth.importId, importId),
    eq(importMonth.amount, 0),
    eq(importMonth.unitId, marked.unitId),
    eq(importMonth.measure, marked.measure),
    eq(importMonth.month, marked.month),
  );
  if (marked.statusBefore === 'partial') return;
  if ((await tx.$count(importMonth, others)) > 0) {
    await tx
      .update(importMonth)
      .set({ statusBefore: marked.statusBefore })
      .where(and(others, eq(importMonth.statusBefore, 'partial')));
    return;
  }
  const status = (marked.statusBefore ?? 'complete') as ValueStatus;
  await tx
    .update(unitMonth)
    .set({ status })
    .where(and(cellOf(marked), eq(unitMonth.status, 'partial')));
}

/** Takes off what an import added to its months. */
export async function takeMonthsBack(tx: WriteTx, importId: ImportId): Promise<void> {
  const moved = await tx.select().from(importMonth).where(eq(importMonth.importId, importId));
  for (const { unitId, measure, month, amount } of moved) await addToMonth(tx, unitId, measure, month, -amount);
  await settleMonths(tx, importId);
}

/**
 * Once nothing of an import counts any more: a month in which nothing is left is as it was, without a row, or a zero that
 * a supervisor had confirmed; a zero that nobody confirmed is no count.
 */
export async function settleMonths(tx: WriteTx, importId: ImportId): Promise<void> {
  const moved = await tx.select().from(importMonth).where(eq(importMonth.importId, importId));
  for (const each of moved.filter(({ amount }) => amount === 0)) await unmarkPartial(tx, importId, each);
  for (const each of moved)
    await settleZero(tx, { ...each, measure: each.measure, month: each.month }, each.statusBefore);
  await tx.delete(importMonth).where(eq(importMonth.importId, importId));
}

async function settleZero(tx: WriteTx, move: MonthMove, statusBefore: string | null): Promise<void> {
  const empty = and(
    cellOf(move),
    eq(unitMonth.value, 0),
    eq(unitMonth.status, 'complete'),
    eq(unitMonth.source, 'counted'),
  );
  if (statusBefore === 'zero_confirmed') await tx.update(unitMonth).set({ status: 'zero_confirmed' }).where(empty);
  else await tx.delete(unitMonth).where(empty);
}
