import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';

/** RFC 8410: what stands before the 32 secret bytes of an Ed25519 key in PKCS 8. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key from a label, so that the fingerprints shown in the demonstration are the same in every build. It signs fiction only. */
export function demonstrationSigningKey(label: string): { readonly privateKey: string; readonly publicKey: string } {
  const secret = createHash('sha256').update(`vigie demonstration ${label}`).digest();
  const privateKey = Buffer.concat([pkcs8Prefix, secret]);
  const publicKey = createPublicKey(createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }));
  return {
    privateKey: privateKey.toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}
