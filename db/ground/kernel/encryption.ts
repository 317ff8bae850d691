import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/** What AES-256-GCM makes of a plain text, in base64. */
export interface Sealed {
  readonly iv: string;
  readonly data: string;
  readonly tag: string;
}

/** Encrypts under the key; what it is bound to must be the same again where it is opened. */
export function seal(key: Buffer, plain: Buffer, bound: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv: iv.toString('base64'), data: data.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}

/** Throws where the key, the text or what it is bound to is another. */
export function open(key: Buffer, { iv, data, tag }: Sealed, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(Buffer.from(tag, 'base64'));
  return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]);
}

/** P-256, SPKI and PKCS 8 in DER. */
export function newPair(): { readonly publicKey: Buffer; readonly privateKey: Buffer } {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
}

/** Whether it is the public half of a P-256 pair. */
export function isPublicKey(publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

/** Both halves of a pair agree on a secret from which a key for one purpose comes; the passing public half is bound into it. */
export function agree(privateKey: Buffer, publicKey: Buffer, ephemeral: Buffer, purpose: string): Buffer {
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: publicKey, format: 'der', type: 'spki' }),
  });
  return Buffer.from(hkdfSync('sha256', secret, ephemeral, purpose, 32));
}

export interface SealedTo extends Sealed {
  readonly ephemeral: string;
}

/** Encrypts to the holder of the public half, under a pair made for this once. */
export function sealTo(publicKey: string, plain: Buffer, bound: string, purpose: string): SealedTo {
  const pair = newPair();
  const key = agree(pair.privateKey, Buffer.from(publicKey, 'base64'), pair.publicKey, purpose);
  pair.privateKey.fill(0);
  return { ephemeral: pair.publicKey.toString('base64'), ...seal(key, plain, bound) };
}

/** Throws where it was sealed to another, for another purpose, or is damaged. */
export function openSealedTo(privateKey: Buffer, sealed: SealedTo, bound: string, purpose: string): Buffer {
  const ephemeral = Buffer.from(sealed.ephemeral, 'base64');
  return open(agree(privateKey, ephemeral, ephemeral, purpose), sealed, bound);
}

/** A key for one purpose out of another: HKDF-SHA-256 (RFC 5869), 32 bytes. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
}

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** 30 letters and digits that are not taken for each other: 147 bits, in six groups to write down. */
export function newWrittenKey(): string {
  const letters: string[] = [];
  while (letters.length < 30) {
    const byte = randomBytes(1)[0] ?? 255;
    // Bytes past the last whole multiple of the alphabet would favour its first letters.
    if (byte < Math.floor(256 / alphabet.length) * alphabet.length)
      letters.push(alphabet.charAt(byte % alphabet.length));
  }
  return (letters.join('').match(/.{5}/g) ?? []).join('-');
}

export function foldWrittenKey(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
