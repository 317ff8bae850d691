import { eq, inArray, sql } from 'drizzle-orm';
import type { AuditMethod } from '#contract/acts';
import type { Audited, WriteTx } from '../../ground/kernel/database.ts';
import { must } from '../../ground/kernel/assert.ts';
import { keySlotRow } from '../../ground/schema/common/keys.ts';
import { setting } from '../../ground/schema/common/workspace.ts';
import {
  keySlot,
  recoveryOwner,
  serverPassword,
  wrapDatabaseKey,
  type DatabaseKey,
  type KeySlot,
  type NewSlot,
} from '../keySlots.ts';
import { rotateSigningKey } from '../signingKey.ts';
import type { Store } from '../store.ts';
import { transactNow } from '../transact.ts';
import { scramVerifier } from './server/roles.ts';

type Asks = Pick<WriteTx, 'all'>;

/** Gives its owner the slot in place of the one before, and proves it on what was written, which is returned. */
export async function putSlotOnServer(
  db: Asks,
  { slot, privateKey, prove }: NewSlot,
  key: DatabaseKey,
): Promise<KeySlot> {
  const whole = { ...slot, databaseKeys: [wrapDatabaseKey(slot.publicKey, key)] };
  const written = await putSealedSlot(db, whole, scramVerifier(serverPassword(privateKey)));
  prove(written, [key]);
  return written;
}

/** Returns what was written. */
export async function putSealedSlot(db: Asks, slot: KeySlot, verifier: string): Promise<KeySlot> {
  const [row] = await db.all<{ written: string }>(
    sql`SELECT vigie.put_slot(${slot.owner}, ${JSON.stringify(slot)}, ${slot.publicKey}, ${verifier}) AS written`,
  );
  return keySlot.parse(JSON.parse(must(row, 'a function returns a row').written));
}

/** The same as in the key file of a folder, in the transaction that audits it. */
export function putSlotsOnServer<T>(
  store: Store,
  method: AuditMethod,
  made: readonly NewSlot[],
  work: (tx: WriteTx) => Promise<Audited<T>>,
): Promise<T> {
  return store.queue.run(async () => {
    const { key, generation } = store.requireUnlocked();
    const { own } = store.requireUnlocked().onServer;
    const mine = made.find(({ slot }) => slot.owner === own?.userId);
    const privateKey = mine && Buffer.from(mine.privateKey);
    const output = await transactNow(store, method, async (tx) => {
      const done = await work(tx);
      for (const each of made) await putSlotOnServer(tx, each, { key, generation });
      return done;
    });
    if (privateKey) {
      own?.change(privateKey);
      store.deskDrafts?.write();
    }
    return output;
  });
}

/**
 * What follows on a server from a change of keys: what a removed owner has there ends, and the workspace gets another signing key, which that
 * person could read. Where a second person who is no administrator decided, the next administrator's sign-in does the rest. The workspace's
 * key stays: who was removed no longer reaches what it encrypts.
 */
export async function rotateOnServer(store: Store, removedOwner: string | null): Promise<void> {
  const { tx, session } = store.requireUnlocked();
  const dismiss = async (db: Asks): Promise<void> => {
    if (removedOwner !== null) await db.all(sql`SELECT vigie.dismiss(${removedOwner})`);
  };
  if (!session.roles.includes('administrator')) return dismiss(tx);
  const done = removedOwner === recoveryOwner ? ['recoveryKeyMade', 'recoveryKeyUsedAt'] : [];
  await store.queue.run(() =>
    transactNow(store, 'keys.rotate', async (writing) => {
      await dismiss(writing);
      if (removedOwner !== null) await writing.delete(keySlotRow).where(eq(keySlotRow.owner, removedOwner));
      await writing.delete(setting).where(inArray(setting.key, ['recoveryKeyOwed', ...done]));
      return { output: null, audit: await rotateSigningKey(writing, store.options.clock.now()) };
    }),
  );
}
