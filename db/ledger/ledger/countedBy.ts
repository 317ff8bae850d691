import { and, eq } from 'drizzle-orm';
import type { Measure } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { isAmong } from '../../ground/kernel/among.ts';
import { transferredCount } from '../../ground/schema/unit/ledger.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { moveMonths, type Counted } from './moveMonths.ts';
import { recordsOf } from '../../store/engineRecords.ts';

/** What one record counts. */
export interface RecordCount extends Counted {
  readonly recordId: string;
}

export function ofRecord(recordId: string, counts: readonly Counted[]): readonly RecordCount[] {
  return counts.map((each) => ({ recordId, ...each }));
}

/** What one record counts, and the unit whose months have it. */
export interface UnitCount extends Counted {
  readonly unitId: UnitId;
}

/** The unit that counted a charge counts the person whose first charge it is. */
const keptAs = (measure: Measure): Measure => (measure === 'persons_charged' ? 'charges_laid' : measure);
const keyOf = (recordId: string, measure: string): string => `${recordId} ${measure}`;

/**
 * The unit of each count: the one that had counted it before the file went to another unit, otherwise the file's own. So what a receiver
 * corrects changes the months of the unit that counted it.
 * @param unitId the unit that has the file
 */
export async function countsByUnit(
  tx: WriteTx,
  unitId: UnitId,
  counts: readonly RecordCount[],
): Promise<readonly UnitCount[]> {
  const ids = [...new Set(counts.map(({ recordId }) => recordId))];
  const kept =
    ids.length === 0 ? [] : await tx.select().from(transferredCount).where(isAmong(transferredCount.recordId, ids));
  const unitOf = new Map(kept.map((each) => [keyOf(each.recordId, each.measure), each.unitId]));
  return counts.map(({ recordId, measure, month, amount }) => ({
    measure,
    month,
    amount,
    unitId: unitOf.get(keyOf(recordId, keptAs(measure))) ?? unitId,
  }));
}

/** Moves the months of every unit concerned from what records of a file counted before a change to what they count after it. */
export async function moveCounts(
  tx: WriteTx,
  unitId: UnitId,
  before: readonly RecordCount[],
  after: readonly RecordCount[],
): Promise<void> {
  const [was, is] = [await countsByUnit(tx, unitId, before), await countsByUnit(tx, unitId, after)];
  for (const each of new Set([...was, ...is].map((count) => count.unitId))) {
    const ofUnit = (counts: readonly UnitCount[]): readonly UnitCount[] =>
      counts.filter((count) => count.unitId === each);
    if (each !== unitId) await recordsOf(tx).reachCounts(each);
    await moveMonths(tx, each, ofUnit(was), ofUnit(is));
  }
}

/**
 * Keeps which unit counted what, before the records go to another; what an earlier unit counted stays that one's.
 * @param counts what each record counts now: of one that counts nothing any more, the unit that has it next counts what it finds
 */
export async function keepCounts(
  tx: WriteTx,
  unitId: UnitId,
  counts: ReadonlyMap<string, readonly RecordCount[]>,
): Promise<void> {
  const ofRecords = isAmong(transferredCount.recordId, [...counts.keys()]);
  await tx.delete(transferredCount).where(and(eq(transferredCount.unitId, unitId), ofRecords));
  for (const { recordId, measure } of [...counts.values()].flat())
    if (keptAs(measure) === measure)
      await tx.insert(transferredCount).values({ recordId, measure, unitId }).onConflictDoNothing();
}
