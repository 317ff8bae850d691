import { eq } from 'drizzle-orm';
import type { CaseFile } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** The unit of a referral or an investigation: what stands in the file is the unit's too. */
export async function unitOfFile(db: Pick<ReadDb, 'select'>, file: CaseFile): Promise<string> {
  const table = file.kind === 'referral' ? referral : investigation;
  const [row] = await db.select({ unitId: table.unitId }).from(table).where(eq(table.id, file.id));
  if (!row) throw new StoreFailure('not_found');
  return row.unitId;
}
