import type { ReadDb } from '../../ground/kernel/database.ts';
import { user } from '../../ground/schema/common/people.ts';
import type { KeySlot } from '../keySlots.ts';

/** Who keeps their way in, and who has none. */
export async function peopleWith(
  db: Pick<ReadDb, 'select'>,
  slots: readonly Pick<KeySlot, 'owner'>[],
): Promise<{ readonly people: number; readonly without: string[] }> {
  const owners = slots.map(({ owner }) => owner);
  const active = (await db.select().from(user)).filter(({ disabled }) => !disabled);
  const without = active.filter(({ id }) => !owners.includes(id)).map(({ displayName }) => displayName);
  return { people: active.length - without.length, without: without.toSorted() };
}
