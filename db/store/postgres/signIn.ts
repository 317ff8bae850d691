import { StoreFailure } from '../../ground/kernel/failure.ts';
import { deriveInVain, keySlot, newSlot, openWhole, recoveryOwner, type KeySlot } from '../keySlots.ts';
import { iterationsOf } from '../keyWork.ts';
import { knownSlot } from '../keyTrust.ts';
import { requireNotOlderOnServer } from '../seenOnServer.ts';
import type { Store, Unlocked } from '../store.ts';
import { openOnServer } from './open.ts';
import { PersonalAccount } from './personalAccount.ts';
import { connectToServer } from './server/connect.ts';
import { requireFitting, serverState } from './server/fit.ts';
import { rolesOf } from './server/roles.ts';
import { writeTx } from './session.ts';
import { putSlotOnServer } from './slots.ts';
import type { ServerFile } from './serverFile.ts';

/** What a passphrase or the recovery key opened. */
export interface OpenedOnServer {
  readonly slot: KeySlot;
  readonly key: Buffer;
  readonly generation: number;
  readonly privateKey: Buffer;
}

/** The sealed slot, asked for with the connection file's account: every desk has the file, and the slots are on the server. */
async function slotOnServer({ options }: Store, file: ServerFile, asked: string): Promise<KeySlot | null> {
  const client = await connectToServer(file.place, file.entry);
  try {
    requireFitting(await serverState(client, () => options.clock.now()), file.kind);
    const { rows: asking } = await client.query<{ given: boolean }>('SELECT vigie.ask_entry($1) AS given', [asked]);
    if (asking[0]?.given !== true) throw new StoreFailure('busy', 'too_many_attempts');
    const { rows } = await client.query<{ sealed: string | null }>('SELECT sealed FROM vigie.entry_slot($1)', [asked]);
    const sealed = rows[0]?.sealed ?? null;
    if (sealed === null) return null;
    const parsed = keySlot.safeParse(JSON.parse(sealed));
    if (!parsed.success) throw new StoreFailure('corrupt', 'keys_damaged');
    return parsed.data;
  } finally {
    await client.end();
  }
}

/** An unknown login takes as long as a wrong passphrase and answers the same. */
export async function openSlotOnServer(
  store: Store,
  file: ServerFile,
  { login, secret }: { readonly login: string | null; readonly secret: string },
): Promise<OpenedOnServer> {
  const slot = await slotOnServer(store, file, login ?? '#recovery');
  const fewest = iterationsOf(store.options);
  if (!slot) {
    await deriveInVain(secret, fewest);
    throw new StoreFailure('wrong_key', login === null ? 'wrong_recovery_key' : 'wrong_passphrase');
  }
  // Fewer rounds than Vigie ever wrote: the slot was made by another hand.
  if (slot.iterations < fewest || (slot.owner === recoveryOwner) !== (login === null))
    throw new StoreFailure('corrupt', 'keys_changed');
  const { keys, privateKey } = await openWhole(slot, secret);
  const [newest] = keys;
  if (!newest) throw new StoreFailure('corrupt', 'keys_damaged');
  return { slot, ...newest, privateKey };
}

/** Starts the session of the person whose slot it is. What was put in the place of a slot without an entry in the audit opens nothing. */
export async function unlockOnServer(
  store: Store,
  file: ServerFile,
  { slot, key, generation, privateKey }: OpenedOnServer,
  isRecovery = false,
): Promise<Unlocked> {
  const own = new PersonalAccount(slot, rolesOf(file.place.database).person(slot.owner), privateKey);
  const unlocked = await openOnServer(store, () => connectToServer(file.place, own.account), {
    userId: slot.owner,
    key,
    generation,
    own,
  });
  try {
    await requireNotOlderOnServer(store, file);
  } catch (error) {
    store.lock();
    throw error;
  }
  if (isRecovery || (await knownSlot(unlocked.tx, slot.owner)) === slot.publicKey) return unlocked;
  store.lock();
  throw new StoreFailure('corrupt', 'keys_changed');
}

/**
 * Opens an administrator's account by the recovery key: its own role on the server gives the account a slot that counts only once the session
 * that it opens has recorded it.
 */
export async function recoverOnServer(
  store: Store,
  file: ServerFile,
  used: OpenedOnServer,
  { login, passphrase }: { readonly login: string; readonly passphrase: string },
): Promise<Unlocked> {
  const own = new PersonalAccount(used.slot, rolesOf(file.place.database).person(recoveryOwner), used.privateKey);
  const client = await connectToServer(file.place, own.account);
  try {
    const { rows } = await client.query<{ id: string; isAdministrator: boolean }>(
      'SELECT user_id AS id, is_administrator AS "isAdministrator" FROM vigie.recovered($1)',
      [login],
    );
    const [found] = rows;
    if (!found) throw new StoreFailure('not_found');
    if (!found.isAdministrator) throw new StoreFailure('forbidden', 'recovery_administrators_only');
    const made = await newSlot({ owner: found.id, login, passphrase, iterations: iterationsOf(store.options) });
    const slot = await putSlotOnServer(writeTx(client), made, used);
    const { privateKey } = await openWhole(slot, passphrase);
    return await unlockOnServer(store, file, { ...used, slot, privateKey }, true);
  } finally {
    used.privateKey.fill(0);
    await client.end();
  }
}
