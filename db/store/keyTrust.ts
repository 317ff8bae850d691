import { StoreFailure } from '../ground/kernel/failure.ts';
import { keySlotRow } from '../ground/schema/common/keys.ts';
import { user } from '../ground/schema/common/people.ts';
import { isContentOf, isMadeWith, writeKeys, type KeyCopies, type KeysContent, type KeysFile } from './keysFile.ts';
import type { DatabaseKey, KeySlot } from './keySlots.ts';
import { findSetting, putSetting } from './settings.ts';
import type { ReadDb, WriteTx } from '../ground/kernel/database.ts';

type KnownSlots = ReadonlyMap<string, string>;

async function knownSlots(db: Pick<ReadDb, 'select'>): Promise<KnownSlots> {
  return new Map((await db.select().from(keySlotRow)).map(({ owner, publicKey }) => [owner, publicKey]));
}

function isKnown(known: KnownSlots, { owner, publicKey }: KeySlot): boolean {
  return known.get(owner) === publicKey;
}

/** Null where the owner has none. */
export async function knownSlot(db: Pick<ReadDb, 'select'>, owner: string): Promise<string | null> {
  return (await knownSlots(db)).get(owner) ?? null;
}

export async function putKnownSlot(tx: WriteTx, owner: string, publicKey: string): Promise<void> {
  await tx
    .insert(keySlotRow)
    .values({ owner, publicKey })
    .onConflictDoUpdate({ target: keySlotRow.owner, set: { publicKey } });
}

/** What the database vouches for of the file: slots that it knows, with the key that opens it. The rest was left by work that was cut short. */
function cleared(file: KeysFile, known: KnownSlots, generation: number): KeysContent {
  const { workspaceId, kind, demonstration, format } = file;
  const slots = file.slots
    .filter((slot) => isKnown(known, slot))
    .map((slot) => ({ ...slot, databaseKeys: slot.databaseKeys.filter((each) => each.generation === generation) }))
    .filter((slot) => slot.databaseKeys.length > 0);
  return { format, workspaceId, kind, demonstration, generation, slots };
}

/** Version 1 of the file was vouched for by nobody: its slots of users, and of the recovery key, are taken as they are, once. */
async function adopt(folder: string, tx: WriteTx, file: KeysFile, opened: DatabaseKey): Promise<void> {
  const users: readonly string[] = (await tx.select({ id: user.id }).from(user)).map(({ id }) => id);
  const owners = new Map(
    file.slots
      .filter(({ owner }) => owner === 'recovery' || users.includes(owner))
      .map(({ owner, publicKey }) => [owner, publicKey]),
  );
  // The file first: it is not believed before the database has the key's generation, and both are done again until then.
  writeKeys(folder, cleared(file, owners, opened.generation), [opened]);
  for (const [owner, publicKey] of owners) await putKnownSlot(tx, owner, publicKey);
  await putSetting(tx, 'keyGeneration', opened.generation);
}

/**
 * Compares the key file with what the database knows, and returns it as it should be. What was planted, taken from an older file or
 * changed by hand has no part in it: the second copy answers for the first where that was touched.
 * Throws `keys_changed` where neither copy is genuine.
 */
export async function requireGenuine(
  tx: WriteTx,
  copies: readonly KeysFile[],
  opened: DatabaseKey,
): Promise<KeysContent> {
  const known = await knownSlots(tx);
  const generation = await findSetting(tx, 'keyGeneration');
  const genuine = copies.find((file) => isMadeWith(file, opened));
  if (!genuine || generation !== opened.generation) throw new StoreFailure('corrupt', 'keys_changed');
  return cleared(genuine, known, generation);
}

/**
 * At sign-in: compares the copies with the database and writes them as they should be where they are not. Returns whether a copy was
 * gone, damaged or changed by another hand.
 */
export async function settleKeys(
  folder: string,
  tx: WriteTx,
  copies: KeyCopies,
  used: { readonly slot: KeySlot; readonly opened: DatabaseKey },
): Promise<boolean> {
  if ((await findSetting(tx, 'keyGeneration')) === null) {
    await adopt(folder, tx, copies[0], used.opened);
    return false;
  }
  const content = await requireGenuine(tx, copies, used.opened);
  if (!content.slots.some((slot) => slot.owner === used.slot.owner && slot.publicKey === used.slot.publicKey))
    throw new StoreFailure('corrupt', 'keys_changed');
  const genuine = copies.filter((file) => isMadeWith(file, used.opened));
  if (genuine.length < 2 || !genuine.every((file) => isContentOf(file, content)))
    writeKeys(folder, content, [used.opened]);
  return genuine.length < 2;
}
