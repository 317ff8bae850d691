import { user } from '../../ground/schema/common/people.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** The display name of each user by id; of those that a row names by an id that is gone, there is none. */
export async function displayNames(db: Pick<ReadDb, 'select'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.select().from(user)).map(({ id, displayName }) => [id, displayName]));
}
