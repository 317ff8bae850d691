import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** Ed25519 keys as the workspace keeps them: PKCS 8 and SPKI, DER, in base64. */
export interface SigningKey {
  readonly privateKey: string;
  readonly publicKey: string;
  /** Once the key was changed: what the draws of releases are keyed by, in base64. */
  readonly draws?: { readonly rounding: string; readonly suppression: string } | undefined;
}

/** Base64 has several spellings of the same bytes; only the one that we write is taken, so that no byte of a file is free. */
function isCanonicalBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text;
}

export const base64 = z.string().refine(isCanonicalBase64, { error: 'not_base64' });

export const signature = z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: base64, value: base64 });
export type Signature = z.infer<typeof signature>;

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** SHA-256 of the public half, in groups of four, as read aloud on the telephone. */
export function fingerprintOf(publicKey: string): string {
  const digest = sha256(Buffer.from(publicKey, 'base64')).toUpperCase();
  return (digest.match(/.{4}/g) ?? []).join(' ');
}

export function signText(key: SigningKey, text: string): Signature {
  const privateKey = createPrivateKey({ key: Buffer.from(key.privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return {
    algorithm: 'Ed25519',
    publicKey: key.publicKey,
    value: sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  };
}

/** A key has several spellings as well: OpenSSL reads one whose bit string says that it has unused bits. */
function isCanonicalKey(key: KeyObject, publicKey: string): boolean {
  return key.export({ format: 'der', type: 'spki' }).toString('base64') === publicKey;
}

/** False for a wrong signature and for a key that is none or is written otherwise than we write it; it never throws. */
export function isSignedBy({ publicKey, value }: Signature, text: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519' || !isCanonicalKey(key, publicKey)) return false;
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(value, 'base64'));
  } catch {
    return false;
  }
}
