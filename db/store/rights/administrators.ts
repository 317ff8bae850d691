import { and, eq } from 'drizzle-orm';
import { user, userRole } from '../../ground/schema/common/people.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** Users who can administer now. */
export async function activeAdministrators(db: Pick<ReadDb, 'select'>): Promise<readonly string[]> {
  const rows = await db
    .select({ id: user.id })
    .from(user)
    .innerJoin(userRole, eq(userRole.userId, user.id))
    .where(and(eq(userRole.role, 'administrator'), eq(user.disabled, false), eq(user.suspended, false)));
  return rows.map((each) => each.id);
}
