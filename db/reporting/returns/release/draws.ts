import { createHmac } from 'node:crypto';
import { drawSecretOf, type DrawPurpose } from '../../../ground/kernel/drawSecrets.ts';
import type { SigningKey } from '../../../ground/kernel/signing.ts';

/** A uniform draw, at least 0 and below 1, that is the same for the same cell in the same workspace and for nobody else to know. */
export type Draw = (cell: string) => number;

/**
 * Draws for a purpose, keyed by a secret that never leaves the encrypted store: HMAC-SHA-256 of the cell's identity. Without it nobody can
 * tell which way a number was rounded or run the choice of hidden cells again.
 */
export function drawsOf(key: SigningKey, purpose: DrawPurpose): Draw {
  const secret = drawSecretOf(key, purpose);
  return (cell) => createHmac('sha256', secret).update(cell, 'utf8').digest().readUIntBE(0, 6) / 2 ** 48;
}
