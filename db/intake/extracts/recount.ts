import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import { arrestCounts, countedCharges } from '../../casework/charges/rules.ts';
import type { MonthMove } from '../imports/months.ts';
import { countsByUnit } from '../../ledger/ledger/countedBy.ts';
import { arrest, charge } from '../../ground/schema/unit/investigations.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { settleFile } from '../../casework/referrals/triage/settle.ts';

export interface CountedFile {
  readonly id: InvestigationId;
  readonly unitId: UnitId;
}

/** What the arrests and charges of a file count, and in whose months. */
async function countsOf(tx: WriteTx, { id, unitId }: CountedFile): Promise<readonly MonthMove[]> {
  const arrests = await tx.select().from(arrest).where(eq(arrest.investigationId, id));
  const charges = await tx.select().from(charge).where(eq(charge.investigationId, id));
  return countsByUnit(tx, unitId, [...arrests.flatMap(arrestCounts), ...countedCharges(charges)]);
}

/** Does what changes the arrests or charges of a file, and tells by what its months move. */
export async function recounting(
  tx: WriteTx,
  file: CountedFile,
  change: () => Promise<unknown>,
): Promise<readonly MonthMove[]> {
  const before = await countsOf(tx, file);
  await change();
  await settleFile(tx, file.id);
  return [...before.map((each) => ({ ...each, amount: -each.amount })), ...(await countsOf(tx, file))];
}

/** One move for each month and measure that moves at all. */
export function sumByMonth(moves: readonly MonthMove[]): readonly MonthMove[] {
  const sums = new Map<string, MonthMove>();
  for (const move of moves) {
    const key = `${move.unitId} ${move.measure} ${move.month}`;
    sums.set(key, { ...move, amount: (sums.get(key)?.amount ?? 0) + move.amount });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}
