import type { UnitId, UserId } from '#contract/ground/ids';
import { and, eq } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { userUnit } from '../../ground/schema/common/people.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';

/** Work of a unit is given to its own people only. */
export async function requireMember(tx: WriteTx, unitId: UnitId, userId: UserId | null, field: string): Promise<void> {
  if (userId === null) return;
  const [held] = await tx
    .select({ userId: userUnit.userId })
    .from(userUnit)
    .where(and(eq(userUnit.userId, userId), eq(userUnit.unitId, unitId)));
  if (!held) throw new StoreFailure('invalid_input', undefined, [{ path: field, code: 'invalid_value' }]);
}
