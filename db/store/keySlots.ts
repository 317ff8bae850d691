import { createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { deriveKey, newPair, open, openSealedTo, seal, sealTo } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';

/** NIST SP 800-132 with the count that takes about a third of a second here; the count is kept with the slot. */
export const minimumIterations = 1_000_000;
/** Demonstrations show their passphrases on screen: fewer rounds, so that they are built quickly. */
export const demonstrationIterations = 10_000;
/** More would only keep the store busy: no version of Vigie asks for as many. */
const maximumIterations = 20_000_000;

/** Owns the slot that the recovery key opens. */
export const recoveryOwner = 'recovery';

const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);
const sealed = z.object({ iv: base64, data: base64, tag: base64 });

const wrappedKey = sealed.extend({ generation: z.int().min(1), ephemeral: base64 });

/** One way in: a user's or the recovery key's. Nothing in it names a person: the login is a keyed hash. */
export const keySlot = z.object({
  owner: z.union([z.uuid(), z.literal('recovery')]),
  loginHash: base64,
  salt: base64,
  iterations: z.int().min(1).max(maximumIterations),
  publicKey: base64,
  privateKey: sealed,
  databaseKeys: z.array(wrappedKey).min(1).max(2),
  /** The password of the owner's account on a server, sealed to them by who moved the workspace there; absent: it comes from the private half. */
  account: z.exactOptional(sealed.extend({ ephemeral: base64 })),
});
export type KeySlot = z.infer<typeof keySlot>;

export interface DatabaseKey {
  readonly generation: number;
  readonly key: Buffer;
}

const derive = promisify(pbkdf2);
const wrapping = 'vigie database key';
const boundTo = (generation: number): string => `generation ${String(generation)}`;

export function hashLogin(salt: string, login: string): string {
  return createHmac('sha256', Buffer.from(salt, 'base64')).update(login.trim().toLowerCase()).digest('base64');
}

export function isLoginOf(slot: KeySlot, login: string): boolean {
  const [slotHash, hash] = [slot.loginHash, hashLogin(slot.salt, login)].map((each) => Buffer.from(each, 'base64'));
  return (
    slotHash !== undefined && hash !== undefined && slotHash.length === hash.length && timingSafeEqual(slotHash, hash)
  );
}

/** Wraps the database key to a slot's public half: no passphrase is needed, so a new key reaches every user. */
export function wrapDatabaseKey(publicKey: string, { generation, key }: DatabaseKey): KeySlot['databaseKeys'][number] {
  return { generation, ...sealTo(publicKey, key, boundTo(generation), wrapping) };
}

export interface SlotSecret {
  readonly owner: string;
  readonly login: string;
  readonly passphrase: string;
  readonly iterations: number;
}

/** A slot before it has a database key, and what proves afterwards that its passphrase opens it. */
export interface NewSlot {
  readonly slot: Omit<KeySlot, 'databaseKeys'>;
  /** Until it is proved. */
  readonly privateKey: Buffer;
  /** Opens what was written, as a sign-in will; then forgets. Throws `corrupt` where that gives other keys. */
  readonly prove: (written: KeySlot, keys: readonly DatabaseKey[]) => void;
}

/** Takes long by design: it is done before the work on keys begins, which then need not wait for it. */
export async function newSlot({ owner, login, passphrase, iterations }: SlotSecret): Promise<NewSlot> {
  const pair = newPair();
  const salt = randomBytes(16).toString('base64');
  const key = await deriveSlotKey(passphrase, salt, iterations);
  const slot = {
    owner,
    loginHash: hashLogin(salt, login),
    salt,
    iterations,
    publicKey: pair.publicKey.toString('base64'),
    privateKey: seal(key, pair.privateKey, owner),
  };
  return {
    slot,
    privateKey: pair.privateKey,
    prove: (written, keys) => {
      const opened = openWith(key, written);
      key.fill(0);
      pair.privateKey.fill(0);
      if (opened.length !== keys.length || !keys.every((each) => opened.some((found) => isSame(found, each))))
        throw new StoreFailure('corrupt', 'keys_damaged');
    },
  };
}

const serverAccount = 'vigie server account';

/** Who opens a slot has the account on a server that goes with it: its password is nowhere kept. */
export function serverPassword(privateKey: Buffer, { owner, account }: Partial<KeySlot> = {}): string {
  if (account) return openSealedTo(privateKey, account, owner ?? '', serverAccount).toString('utf8');
  return deriveKey(privateKey, serverAccount).toString('base64url');
}

/** The slot with a password of its own on a server, which its owner alone can open: the person who moves a workspace has nobody's private half. */
export function withServerAccount(slot: KeySlot): { readonly slot: KeySlot; readonly password: string } {
  const password = randomBytes(32).toString('base64url');
  const account = sealTo(slot.publicKey, Buffer.from(password), slot.owner, serverAccount);
  return { slot: { ...slot, account }, password };
}

function isSame(a: DatabaseKey, b: DatabaseKey): boolean {
  return a.generation === b.generation && a.key.equals(b.key);
}

function deriveSlotKey(passphrase: string, salt: string, iterations: number): Promise<Buffer> {
  return derive(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), iterations, 32, 'sha512');
}

/** As long as a wrong passphrase takes, where there is no slot to try it on. */
export async function deriveInVain(passphrase: string, iterations: number): Promise<void> {
  (await deriveSlotKey(passphrase, 'AAAA', iterations)).fill(0);
}

/** The database keys that the slot holds, newest first. Throws `wrong_key` for a wrong passphrase, `corrupt` for a damaged slot. */
export async function openSlot(slot: KeySlot, passphrase: string): Promise<readonly DatabaseKey[]> {
  const { keys, privateKey } = await openWhole(slot, passphrase);
  privateKey.fill(0);
  return keys;
}

/** With the private half, which the caller overwrites. */
export async function openWhole(
  slot: KeySlot,
  passphrase: string,
): Promise<{ readonly keys: readonly DatabaseKey[]; readonly privateKey: Buffer }> {
  const key = await deriveSlotKey(passphrase, slot.salt, slot.iterations);
  try {
    const privateKey = unwrapPrivate(key, slot);
    return { keys: keysWithin(slot, privateKey), privateKey };
  } finally {
    key.fill(0);
  }
}

function openWith(key: Buffer, slot: KeySlot): readonly DatabaseKey[] {
  const privateKey = unwrapPrivate(key, slot);
  try {
    return keysWithin(slot, privateKey);
  } finally {
    privateKey.fill(0);
  }
}

function keysWithin(slot: KeySlot, privateKey: Buffer): readonly DatabaseKey[] {
  try {
    return [...slot.databaseKeys]
      .sort((a, b) => b.generation - a.generation)
      .map((wrapped) => ({
        generation: wrapped.generation,
        key: openSealedTo(privateKey, wrapped, boundTo(wrapped.generation), wrapping),
      }));
  } catch {
    throw new StoreFailure('corrupt', 'keys_damaged');
  }
}

function unwrapPrivate(key: Buffer, slot: KeySlot): Buffer {
  try {
    return open(key, slot.privateKey, slot.owner);
  } catch {
    throw new StoreFailure('wrong_key', slot.owner === 'recovery' ? 'wrong_recovery_key' : 'wrong_passphrase');
  }
}
