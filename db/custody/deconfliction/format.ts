import { z } from 'zod';
import { line } from '#contract/ground/common';
import { civilDate } from '#contract/ground/dates';
import { exchangeId } from '#contract/ground/ids';
import { succession } from '../../ground/kernel/succession.ts';
import { base64, signature } from '../../ground/kernel/signing.ts';

export const exchangeFormat = 'vigie-exchange';
export const exchangeVersion = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const reference = z.string().regex(/^[0-9a-f]{20}$/);

/** What any version of the format begins with. */
export const exchangeHead = z.object({ format: z.literal(exchangeFormat), version: z.int().min(1) });

/** One side's public keys. `proof` shows that its maker knows the key that was agreed in person. */
export const keyFacts = z.strictObject({
  exchangeId,
  name: line(80),
  expiresOn: civilDate,
  workspaceName: z.string(),
  demonstration: z.boolean(),
  publicKey: base64,
});
export type KeyFacts = z.infer<typeof keyFacts>;

export const keyEnvelope = z.strictObject({
  format: z.literal(exchangeFormat),
  version: z.literal(exchangeVersion),
  kind: z.literal('key'),
  facts: keyFacts,
  proof: hash,
  signature,
});
export type KeyEnvelope = z.infer<typeof keyEnvelope>;

/** In clear on every message, so that a finder knows how to treat the file: no name, no count. */
const header = z.strictObject({ exchangeId, requestId: z.uuid(), expiresOn: civilDate, marking: z.string() });
export type MessageHeader = z.infer<typeof header>;

export const messageEnvelope = z.strictObject({
  format: z.literal(exchangeFormat),
  version: z.literal(exchangeVersion),
  kind: z.enum(['request', 'reply']),
  header,
  sealed: z.strictObject({ ephemeral: base64, iv: base64, data: base64, tag: base64 }),
  signature,
  succession: succession.optional(),
});
export type MessageEnvelope = z.infer<typeof messageEnvelope>;

/** An identifier: its keyed hash, and what else says whether two are one. The port and the time are there for an address alone. */
const entry = z.strictObject({
  reference,
  hash,
  service: hash.nullable(),
  port: z.int().nullable(),
  seenAt: z.int().nullable(),
});
export type ExchangeEntry = z.infer<typeof entry>;

export const requestPayload = z.strictObject({ entries: z.array(entry) });
export const replyPayload = z.strictObject({ references: z.array(reference), contact: line(250) });
