import { and, eq } from 'drizzle-orm';
import type { UnitId } from '#contract/ground/ids';
import { monthOf } from '#contract/ground/dates';
import { ledgerEntry } from '../../ground/schema/unit/ledger.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { moveMonths, type Counted } from './moveMonths.ts';
import type { Entry } from './rules.ts';

export interface LedgerFile {
  readonly kind: 'referral' | 'investigation';
  readonly id: string;
  readonly unitId: UnitId;
}

const counted = ({ on, term, amount }: Entry): Counted => ({ measure: term, month: monthOf(on), amount });

type Held = typeof ledgerEntry.$inferSelect;

/** Most files count as before when a unit changes how it counts. */
function isAs(held: readonly Held[], { kind, unitId }: LedgerFile, entries: readonly Entry[]): boolean {
  const keysOf = (all: readonly Entry[]): string =>
    all
      .map(({ on, term, amount }) => [on, term, amount].join(' '))
      .toSorted()
      .join();
  return held.every((each) => each.fileKind === kind && each.unitId === unitId) && keysOf(held) === keysOf(entries);
}

/**
 * Puts a file's entries, computed again from its whole history, in place of those it had, and moves the months by the
 * difference. So a correction of an old date corrects old months too, and the ledger cannot drift from the histories.
 */
export async function bookFile(tx: WriteTx, file: LedgerFile, entries: readonly Entry[]): Promise<void> {
  const held = await tx.select().from(ledgerEntry).where(eq(ledgerEntry.fileId, file.id));
  if (isAs(held, file, entries)) return;
  await tx.delete(ledgerEntry).where(and(eq(ledgerEntry.fileId, file.id), eq(ledgerEntry.fileKind, file.kind)));
  if (entries.length > 0) {
    await tx
      .insert(ledgerEntry)
      .values(entries.map((each) => ({ fileKind: file.kind, fileId: file.id, unitId: file.unitId, ...each })));
  }
  const before = held.map(({ on, term, amount }) => ({
    measure: term,
    month: monthOf(on),
    amount,
  }));
  await moveMonths(tx, file.unitId, before, entries.map(counted));
}
