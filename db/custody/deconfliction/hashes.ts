import type { IdentifierKind } from '#contract/ground/codes';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Sought } from '../../casework/identifiers/matches.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { foldWrittenKey } from '../../ground/kernel/encryption.ts';
import type { ExchangeEntry, KeyFacts } from './format.ts';

/** A key of its own for each purpose, so that what proves one thing says nothing of another. */
function keyFor(purpose: string, sharedKey: string, exchangeId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', foldWrittenKey(sharedKey), exchangeId, `vigie exchange ${purpose}`, 32));
}

const hmac = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** Proves that the key file's maker knows the shared key. */
export function proofOf(sharedKey: string, facts: KeyFacts, signingKey: string): string {
  return hmac(keyFor('key file', sharedKey, facts.exchangeId), canonicalJson({ facts, signingKey }));
}

export function isProof(proof: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(proof), Buffer.from(expected));
}

export type Hashed = Omit<ExchangeEntry, 'reference'>;

/** Hashes identifiers under the key of one exchange: in another exchange the same identifier has another hash. */
export function hasherOf(sharedKey: string, exchangeId: string): (identifier: Sought) => Hashed {
  const key = keyFor('identifiers', sharedKey, exchangeId);
  return ({ kind, identifierKey, service, port, seenAt }) => {
    const folded = service?.trim().toLowerCase() ?? '';
    return {
      hash: hmac(key, `${kind}\n${identifierKey}`),
      service: kind === 'handle' && folded !== '' ? hmac(key, `service\n${folded}`) : null,
      port: onlyOfAddress(kind, port),
      seenAt: onlyOfAddress(kind, seenAt),
    };
  };
}

const onlyOfAddress = (kind: IdentifierKind, value: number | null): number | null => (kind === 'ip' ? value : null);

/** What the other side answers with: only who made the request can match it to a value. */
export function referenceOf(referenceKey: string, hashed: Hashed): string {
  return hmac(Buffer.from(referenceKey, 'base64'), canonicalJson(hashed)).slice(0, 20);
}
