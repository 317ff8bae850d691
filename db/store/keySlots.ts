import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  pbkdf2,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { StoreFailure } from '../kernel/failure.ts';

/** NIST SP 800-132 with the count that takes about a third of a second here; the count is kept with the slot. */
export const minimumIterations = 1_000_000;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);
const sealed = z.object({ iv: base64, data: base64, tag: base64 });
type Sealed = z.infer<typeof sealed>;

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

function seal(key: Buffer, plain: Buffer, bound: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv: iv.toString('base64'), data: data.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}

function open(key: Buffer, { iv, data, tag }: Sealed, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64')).setAAD(Buffer.from(bound));
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]);
}

export function hashLogin(salt: string, login: string): string {
  return createHmac('sha256', Buffer.from(salt, 'base64')).update(login.trim().toLowerCase()).digest('base64');
}

export function isLoginOf(slot: KeySlot, login: string): boolean {
  return timingSafeEqual(Buffer.from(slot.loginHash, 'base64'), Buffer.from(hashLogin(slot.salt, login), 'base64'));
}

/** Both halves of a pair agree on a secret from which the wrapping key comes; the public half is bound into it. */
function agree(privateKey: Buffer, publicKey: Buffer, ephemeral: Buffer): Buffer {
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: publicKey, format: 'der', type: 'spki' }),
  });
  return Buffer.from(hkdfSync('sha256', secret, ephemeral, 'vigie database key', 32));
}

function newPair(): { readonly publicKey: Buffer; readonly privateKey: Buffer } {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
}

/** Wraps the database key to a slot's public half: no passphrase is needed, so a new key reaches every user. */
export function wrapDatabaseKey(
  publicKey: string,
  databaseKey: Buffer,
  generation: number,
): KeySlot['databaseKeys'][number] {
  const pair = newPair();
  const wrapping = agree(pair.privateKey, Buffer.from(publicKey, 'base64'), pair.publicKey);
  return {
    generation,
    ephemeral: pair.publicKey.toString('base64'),
    ...seal(wrapping, databaseKey, `generation ${String(generation)}`),
  };
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
      .map((wrapped) => {
        const wrapping = agree(
          privateKey,
          Buffer.from(wrapped.ephemeral, 'base64'),
          Buffer.from(wrapped.ephemeral, 'base64'),
        );
        return open(wrapping, wrapped, `generation ${String(wrapped.generation)}`);
      });
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

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** 30 letters and digits that are not taken for each other: 147 bits, in six groups to write down. */
export function newRecoveryKey(): string {
  const letters: string[] = [];
  while (letters.length < 30) {
    const byte = randomBytes(1)[0] ?? 255;
    // Bytes past the last whole multiple of the alphabet would favour its first letters.
    if (byte < Math.floor(256 / alphabet.length) * alphabet.length)
      letters.push(alphabet.charAt(byte % alphabet.length));
  }
  return (letters.join('').match(/.{5}/g) ?? []).join('-');
}

export function foldRecoveryKey(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
