import { generateKeyPairSync } from 'node:crypto';
import { drawSecrets } from '../ground/kernel/drawSecrets.ts';
import { fingerprintOf } from '../ground/kernel/signing.ts';
import { succeed } from '../ground/kernel/succession.ts';
import type { AuditFact, WriteTx } from '../ground/kernel/database.ts';
import { getSetting, putSetting, type Settings } from './settings.ts';

export function newSigningKey(): Settings['signingKey'] {
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return {
    privateKey: pair.privateKey.toString('base64'),
    publicKey: pair.publicKey.toString('base64'),
    succession: [],
  };
}

/**
 * Puts a new signing key in place of the workspace's, in the caller's transaction: a person who could open the store could read the old
 * one. The old key signs the new one's name and is kept no longer. Returns the fact for the audit.
 */
export async function rotateSigningKey(tx: WriteTx, at: number): Promise<AuditFact> {
  const old = await getSetting(tx, 'signingKey');
  const next = newSigningKey();
  await putSetting(tx, 'signingKey', {
    ...next,
    draws: drawSecrets(old),
    succession: succeed(old, old.succession, next.publicKey, at),
  });
  const { id } = await getSetting(tx, 'workspace');
  return {
    subject: { kind: 'workspace', id },
    facts: { signingKey: fingerprintOf(next.publicKey), succeeds: fingerprintOf(old.publicKey) },
  };
}
