import { createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { newPair, open, openSealedTo, seal, sealTo } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';

/** NIST SP 800-132 with the count that takes about a third of a second here; the count is kept with the slot. */
export const minimumIterations = 1_000_000;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);
const sealed = z.object({ iv: base64, data: base64, tag: base64 });

const wrappedKey = sealed.extend({ generation: z.int().min(1), ephemeral: base64 });

/** One way in: a user's or the recovery key's. Nothing in it names a person: the login stands as a keyed hash. */
export const keySlot = z.object({
  owner: z.union([z.uuid(), z.literal('recovery')]),
  loginHash: base64,
  salt: base64,
  iterations: z.int().min(1),
  publicKey: base64,
  privateKey: sealed,
  databaseKeys: z.array(wrappedKey).min(1).max(2),
});
export type KeySlot = z.infer<typeof keySlot>;

const derive = promisify(pbkdf2);
const wrapping = 'vigie database key';

export function hashLogin(salt: string, login: string): string {
  return createHmac('sha256', Buffer.from(salt, 'base64')).update(login.trim().toLowerCase()).digest('base64');
}

export function isLoginOf(slot: KeySlot, login: string): boolean {
  return timingSafeEqual(Buffer.from(slot.loginHash, 'base64'), Buffer.from(hashLogin(slot.salt, login), 'base64'));
}

/** Wraps the database key to a slot's public half: no passphrase is needed, so a new key reaches every user. */
export function wrapDatabaseKey(
  publicKey: string,
  databaseKey: Buffer,
  generation: number,
): KeySlot['databaseKeys'][number] {
  return { generation, ...sealTo(publicKey, databaseKey, `generation ${String(generation)}`, wrapping) };
}

export interface SlotSecret {
  readonly owner: string;
  readonly login: string;
  readonly passphrase: string;
  readonly iterations?: number;
}

export async function createSlot(secret: SlotSecret, databaseKey: Buffer, generation: number): Promise<KeySlot> {
  const pair = newPair();
  const salt = randomBytes(16).toString('base64');
  const iterations = secret.iterations ?? minimumIterations;
  const key = await derive(secret.passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), iterations, 32, 'sha512');
  const publicKey = pair.publicKey.toString('base64');
  const slot = {
    owner: secret.owner,
    loginHash: hashLogin(salt, secret.login),
    salt,
    iterations,
    publicKey,
    privateKey: seal(key, pair.privateKey, secret.owner),
    databaseKeys: [wrapDatabaseKey(publicKey, databaseKey, generation)],
  };
  key.fill(0);
  pair.privateKey.fill(0);
  return slot;
}

/** The database keys that the slot holds, newest first. Throws `wrong_key` for a wrong passphrase, `corrupt` for a damaged slot. */
export async function openSlot(slot: KeySlot, passphrase: string): Promise<readonly Buffer[]> {
  const key = await derive(
    passphrase.normalize('NFKC'),
    Buffer.from(slot.salt, 'base64'),
    slot.iterations,
    32,
    'sha512',
  );
  const privateKey = unwrapPrivate(key, slot);
  try {
    return [...slot.databaseKeys]
      .sort((a, b) => b.generation - a.generation)
      .map((wrapped) => openSealedTo(privateKey, wrapped, `generation ${String(wrapped.generation)}`, wrapping));
  } catch {
    throw new StoreFailure('corrupt');
  } finally {
    privateKey.fill(0);
    key.fill(0);
  }
}

function unwrapPrivate(key: Buffer, slot: KeySlot): Buffer {
  try {
    return open(key, slot.privateKey, slot.owner);
  } catch {
    key.fill(0);
    throw new StoreFailure('wrong_key', slot.owner === 'recovery' ? 'wrong_recovery_key' : 'wrong_passphrase');
  }
}
