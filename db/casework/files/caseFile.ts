import { eq } from 'drizzle-orm';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import { anyId } from '../../ground/kernel/among.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** Of a row, which names a file by its kind and id. */
export const caseFileOf = (kind: CaseFile['kind'], id: string): CaseFile => ({ kind, id }) as CaseFile;

/** The unit of a referral or an investigation: what is in the file is the unit's too. */
export async function unitOfFile(db: Pick<ReadDb, 'select'>, file: CaseFile): Promise<UnitId> {
  const table = file.kind === 'referral' ? referral : investigation;
  const [row] = await db
    .select({ unitId: table.unitId })
    .from(table)
    .where(eq(table.id, anyId(file.id)));
  if (!row) throw new StoreFailure('not_found');
  return row.unitId;
}
