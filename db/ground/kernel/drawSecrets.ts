import { hkdfSync } from 'node:crypto';
import type { SigningKey } from './signing.ts';

export type DrawPurpose = 'rounding' | 'suppression';

/**
 * What the draws of releases are keyed by: 32 bytes that HKDF derives from the private half of the workspace's first signing key. They stay
 * when that key is changed, since a cell that is released again keeps its draw.
 */
export function drawSecretOf({ privateKey, draws }: SigningKey, purpose: DrawPurpose): Buffer {
  if (draws) return Buffer.from(draws[purpose], 'base64');
  return Buffer.from(hkdfSync('sha256', Buffer.from(privateKey, 'base64'), '', `vigie release ${purpose}`, 32));
}

export function drawSecrets(key: SigningKey): NonNullable<SigningKey['draws']> {
  const secret = (purpose: DrawPurpose): string => drawSecretOf(key, purpose).toString('base64');
  return { rounding: secret('rounding'), suppression: secret('suppression') };
}
