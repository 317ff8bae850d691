import { and, eq, sql } from 'drizzle-orm';
import type { Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import { ledgerEntry } from '../../ground/schema/unit/ledger.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Entry } from './rules.ts';

export interface LedgerFile {
  readonly kind: 'referral' | 'investigation';
  readonly id: string;
  readonly unitId: string;
}

/** Adds to a counted month. A count after a confirmed zero is complete; what was called partial stays so. */
export async function addToMonth(
  tx: WriteTx,
  unitId: string,
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
        status: sql`case when ${unitMonth.status} = 'zero_confirmed' then 'complete' else ${unitMonth.status} end`,
        version: sql`${unitMonth.version} + 1`,
      },
    });
}

/**
 * Puts a file's entries, computed anew from its whole history, in place of those it had, and moves the months by the
 * difference. So a correction of an old date mends old months too, and the ledger cannot drift from the histories.
 */
export async function bookFile(tx: WriteTx, file: LedgerFile, entries: readonly Entry[]): Promise<void> {
  const held = await tx.select().from(ledgerEntry).where(eq(ledgerEntry.fileId, file.id));
  const moves = new Map<string, number>();
  const move = (on: string, term: string, amount: number): void => {
    const key = `${term} ${on.slice(0, 7)}`;
    moves.set(key, (moves.get(key) ?? 0) + amount);
  };
  for (const each of held) move(each.on, each.term, -each.amount);
  for (const each of entries) move(each.on, each.term, each.amount);
  await tx.delete(ledgerEntry).where(and(eq(ledgerEntry.fileId, file.id), eq(ledgerEntry.fileKind, file.kind)));
  if (entries.length > 0) {
    await tx
      .insert(ledgerEntry)
      .values(entries.map((each) => ({ fileKind: file.kind, fileId: file.id, unitId: file.unitId, ...each })));
  }
  for (const [key, amount] of moves) {
    if (amount === 0) continue;
    const [term = '', month = ''] = key.split(' ');
    await addToMonth(tx, file.unitId, term as Measure, month as Month, amount);
  }
}
