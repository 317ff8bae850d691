import { caseRoles } from '#contract/ground/access';
import type { UnitId, UserId } from '#contract/ground/ids';
import { and, eq, inArray } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { user, userRole, userUnit } from '../../ground/schema/common/people.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';

const notOne = (field: string) =>
  new StoreFailure('invalid_input', undefined, [{ path: field, code: 'invalid_value' }]);

/** What is written of an officer is written of one of the unit, who may be disabled since. */
export async function requireMember(tx: WriteTx, unitId: UnitId, userId: UserId, field: string): Promise<void> {
  const [held] = await tx
    .select({ userId: userUnit.userId })
    .from(userUnit)
    .where(and(eq(userUnit.userId, userId), eq(userUnit.unitId, unitId)));
  if (!held) throw notOne(field);
}

/** Those of a unit, of all named, who can work on its files: with a role for it, and neither disabled nor suspended. */
export async function ableOf(
  db: Pick<ReadDb, 'select'>,
  userIds: readonly UserId[],
): Promise<(unitId: UnitId, userId: UserId) => boolean> {
  const found = await db
    .select({ unitId: userUnit.unitId, userId: userUnit.userId })
    .from(userUnit)
    .innerJoin(user, eq(user.id, userUnit.userId))
    .innerJoin(userRole, eq(userRole.userId, userUnit.userId))
    .where(
      and(
        inArray(user.id, [...userIds]),
        eq(user.disabled, false),
        eq(user.suspended, false),
        inArray(userRole.role, [...caseRoles]),
      ),
    );
  const able = new Set(found.map(({ unitId, userId }) => `${unitId} ${userId}`));
  return (unitId, userId) => able.has(`${unitId} ${userId}`);
}

/** Work of a unit is given to those of it who can do it. */
export async function requireAble(tx: WriteTx, unitId: UnitId, userId: UserId | null, field: string): Promise<void> {
  if (userId === null) return;
  const isAble = await ableOf(tx, [userId]);
  if (!isAble(unitId, userId)) throw notOne(field);
}
