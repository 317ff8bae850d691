import { StoreFailure } from '../../ground/kernel/failure.ts';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { endsIn, toldSuccession, type Succession } from '../../ground/kernel/succession.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { isPublicKey, openSealedTo, sealTo } from '../../ground/kernel/encryption.ts';
import { fingerprintOf, isSignedBy, signText, type SigningKey } from '../../ground/kernel/signing.ts';
import type { ActionContext } from '../../store/types.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { bytesTried, triedBy } from '../../documents/foreign/tried.ts';
import {
  exchangeFormat,
  exchangeHead,
  exchangeVersion,
  keyEnvelope,
  messageEnvelope,
  type KeyEnvelope,
  type KeyFacts,
  type MessageEnvelope,
  type MessageHeader,
} from './format.ts';
import { proofOf } from './hashes.ts';

/** A hundred thousand identifiers are some thirty megabytes. */
const largestExchange = 64 * 1024 * 1024;

const notOne = (): StoreFailure => new StoreFailure('invalid_input', 'not_an_exchange_file');
const tampered = (): StoreFailure => new StoreFailure('corrupt', 'exchange_tampered');

/** What a person compares: both of a side's public keys, for this exchange. */
export function keyFingerprint(
  { exchangeId, publicKey }: Pick<KeyFacts, 'exchangeId' | 'publicKey'>,
  signingKey: string,
): string {
  return fingerprintOf(Buffer.from(canonicalJson({ exchangeId, publicKey, signingKey })).toString('base64'));
}

const signedOfKey = ({ facts, proof }: Pick<KeyEnvelope, 'facts' | 'proof'>): string =>
  canonicalJson({ format: exchangeFormat, version: exchangeVersion, kind: 'key', facts, proof });

export function writeKey(facts: KeyFacts, sharedKey: string, key: SigningKey): string {
  const proof = proofOf(sharedKey, facts, key.publicKey);
  const signature = signText(key, signedOfKey({ facts, proof }));
  const envelope: KeyEnvelope = {
    format: exchangeFormat,
    version: exchangeVersion,
    kind: 'key',
    facts,
    proof,
    signature,
  };
  return canonicalJson(envelope);
}

type Unsigned = Pick<MessageEnvelope, 'kind' | 'header' | 'sealed'>;

function signedOfMessage({ kind, header, sealed }: Unsigned): string {
  return canonicalJson({ format: exchangeFormat, version: exchangeVersion, kind, header, sealed });
}

const boundTo = (kind: string, header: MessageHeader): string => canonicalJson({ kind, header });
const purpose = 'vigie exchange message';

/** A message that only the holder of the public half can read, signed by this side. */
export function writeMessage(
  { kind, header, payload }: Pick<MessageEnvelope, 'kind' | 'header'> & { readonly payload: unknown },
  publicKey: string,
  key: SigningKey & { readonly succession: Succession },
): string {
  const plain = Buffer.from(canonicalJson(payload));
  const sealed = sealTo(publicKey, plain, boundTo(kind, header), purpose);
  plain.fill(0);
  const unsigned: Unsigned = { kind, header, sealed };
  const signature = signText(key, signedOfMessage(unsigned));
  const facts = { format: exchangeFormat, version: exchangeVersion, ...unsigned, signature };
  return canonicalJson({ ...facts, ...toldSuccession(key.succession) });
}

/** The plain text of a message to the holder of the private half. */
export function openMessage({ kind, header, sealed }: MessageEnvelope, privateKey: string): unknown {
  const key = Buffer.from(privateKey, 'base64');
  try {
    return parseForeignJson(openSealedTo(key, sealed, boundTo(kind, header), purpose).toString('utf8'));
  } catch {
    throw new StoreFailure('wrong_key', 'exchange_key_wrong');
  } finally {
    key.fill(0);
  }
}

export async function readExchangeFile(context: ActionContext, grant: string): Promise<Buffer> {
  return bytesTried(sourceOf(context, grant), exchangeTried);
}

/** The text of any file of an exchange, as canonical JSON: no two readers can see different contents in it. */
function parse(bytes: Uint8Array): unknown {
  const { text, parsed } = decode(bytes);
  const head = exchangeHead.safeParse(parsed);
  if (!head.success) throw notOne();
  if (head.data.version > exchangeVersion) throw new StoreFailure('newer_schema', 'exchange_newer');
  if (canonicalJson(parsed) !== text) throw tampered();
  return parsed;
}

function decode(bytes: Uint8Array): { readonly text: string; readonly parsed: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, parsed: parseForeignJson(text) };
  } catch {
    throw notOne();
  }
}

const kindOf = (parsed: unknown): unknown =>
  typeof parsed === 'object' && parsed !== null && 'kind' in parsed ? parsed.kind : null;

/** Says nothing yet of whose key it is. */
export function verifyKey(bytes: Uint8Array): KeyEnvelope & { readonly fingerprint: string } {
  const parsed = parse(bytes);
  if (kindOf(parsed) !== 'key') throw notOne();
  const envelope = keyEnvelope.safeParse(parsed);
  if (!envelope.success || !isSignedBy(envelope.data.signature, signedOfKey(envelope.data))) throw tampered();
  const { facts, signature } = envelope.data;
  if (!isPublicKey(facts.publicKey)) throw notOne();
  return { ...envelope.data, fingerprint: keyFingerprint(facts, signature.publicKey) };
}

export function verifyMessage(bytes: Uint8Array): MessageEnvelope {
  const parsed = parse(bytes);
  if (kindOf(parsed) === 'key') throw notOne();
  const envelope = messageEnvelope.safeParse(parsed);
  if (!envelope.success || !isSignedBy(envelope.data.signature, signedOfMessage(envelope.data))) throw tampered();
  const { signature, succession = [] } = envelope.data;
  if (!endsIn(succession, signature.publicKey)) throw tampered();
  return envelope.data;
}

export const exchangeTried = triedBy('exchange', largestExchange, (bytes) =>
  kindOf(parse(bytes)) === 'key' ? verifyKey(bytes) : verifyMessage(bytes),
);
