import { createHmac, hkdfSync } from 'node:crypto';
import type { SigningKey } from '../../../ground/kernel/signing.ts';

/** A uniform draw, at least 0 and below 1, that is the same for the same cell in the same workspace and for nobody else to know. */
export type Draw = (cell: string) => number;

/**
 * Draws for a purpose, keyed by a secret of the workspace: HMAC-SHA-256 of the cell's identity under a key that HKDF
 * derives from the private half of the signing key, which never leaves the encrypted store. Without it nobody can tell
 * which way a number was rounded or run the choice of hidden cells again.
 */
export function drawsOf({ privateKey }: SigningKey, purpose: 'rounding' | 'suppression'): Draw {
  const secret = Buffer.from(hkdfSync('sha256', Buffer.from(privateKey, 'base64'), '', `vigie release ${purpose}`, 32));
  return (cell) => createHmac('sha256', secret).update(cell, 'utf8').digest().readUIntBE(0, 6) / 2 ** 48;
}
