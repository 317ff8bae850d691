import { createHash } from 'node:crypto';
import { fold } from './aliases.ts';
import type { ImportedReferral } from './types.ts';

type Facts = Omit<ImportedReferral, 'fingerprint'>;

/**
 * What a row without an external number says of its referral, so that the same row is known again in a later file. How it ended is not
 * part of it: a register that is imported again has closed some rows since.
 */
export function fingerprintOf({ externalKey, unitId, receivedOn, source, ...facts }: Facts): string | null {
  if (externalKey !== null) return null;
  const { priorityReceived, summary, identifiers } = facts;
  const people = identifiers.map(({ kind, value }) => `${kind} ${value}`);
  const said = [unitId, receivedOn, source, fold(priorityReceived ?? ''), fold(summary ?? ''), ...people];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 24);
}

/** The second and further rows that say the same are others: each has its number. */
export const repeatedFingerprint = (fingerprint: string, times: number): string =>
  times === 1 ? fingerprint : `${fingerprint}.${String(times)}`;
