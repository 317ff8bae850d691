import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { role } from '#contract/codes';
import type { UnitId, UserId } from '#contract/ids';
import type { Session } from '#contract/session';
import { StoreFailure } from '../kernel/failure.ts';
import { user, userRole, userUnit } from '../schema/common/people.ts';
import { unit } from '../schema/common/units.ts';
import { getSetting } from './settings.ts';
import type { ReadDb } from './types.ts';

/** Who the user is now: read again after every change of roles or units. A coordinator sees every unit's aggregates. */
export async function loadSession(db: ReadDb, userId: string): Promise<Session> {
  const [found] = await db
    .select()
    .from(user)
    .where(and(eq(user.id, userId), eq(user.disabled, false)));
  if (!found) throw new StoreFailure('forbidden');
  const roles = z
    .array(role)
    .parse(
      (await db.select({ role: userRole.role }).from(userRole).where(eq(userRole.userId, userId))).map(
        (each) => each.role,
      ),
    );
  const units = roles.includes('coordinator')
    ? await db.select({ id: unit.id }).from(unit)
    : await db.select({ id: userUnit.unitId }).from(userUnit).where(eq(userUnit.userId, userId));
  const workspace = await getSetting(db, 'workspace');
  return {
    user: { id: found.id as UserId, login: found.login, displayName: found.displayName },
    roles,
    unitIds: units.map((each) => each.id as UnitId),
    workspace: {
      ...workspace,
      marking: await getSetting(db, 'marking'),
      idleMinutes: await getSetting(db, 'idleMinutes'),
    },
  };
}
