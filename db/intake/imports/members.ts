import { and, eq, inArray } from 'drizzle-orm';
import type { UnitId, UserId } from '#contract/ground/ids';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { user, userRole, userUnit } from '../../ground/schema/common/people.ts';
import { fold } from './aliases.ts';

/** By unit and folded name or login; null where two have one name. */
export type Members = ReadonlyMap<string, UserId | null>;

const memberKey = (unitId: UnitId, name: string): string => `${unitId} ${fold(name)}`;

/** Who leads files in each unit. */
export async function membersByName(db: Pick<ReadDb, 'select'>): Promise<Members> {
  const rows = await db
    .select({ id: user.id, login: user.login, name: user.displayName, unitId: userUnit.unitId })
    .from(user)
    .innerJoin(userUnit, eq(userUnit.userId, user.id))
    .innerJoin(userRole, eq(userRole.userId, user.id))
    .where(and(eq(user.disabled, false), inArray(userRole.role, ['investigator', 'supervisor'])));
  const found = new Map<string, UserId | null>();
  for (const { id, login, name, unitId } of rows)
    for (const key of new Set([memberKey(unitId, name), memberKey(unitId, login)]))
      found.set(key, found.has(key) && found.get(key) !== id ? null : id);
  return found;
}

/** Null where no member of the unit has the name, or two have. */
export const memberNamed = (members: Members, unitId: UnitId, name: string): UserId | null =>
  members.get(memberKey(unitId, name)) ?? null;
