import { parseForeignJson } from '../../../ground/kernel/foreignJson.ts';
import { endsIn, type Succession } from '../../../ground/kernel/succession.ts';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { fingerprintOf, isSignedBy, sha256 } from '../../../ground/kernel/signing.ts';
import { bytesTried, triedBy } from '../../../documents/foreign/tried.ts';
import type { FileSource } from '../../../documents/tables/source.ts';
import {
  referenceEnvelope,
  referenceFormat,
  referenceHead,
  referencePayload,
  referenceVersion,
  type ReferencePayload,
} from '../referenceFormat.ts';

/** A thousand draws of twenty years are some five megabytes. */
const largestReference = 8 * 1024 * 1024;

export interface VerifiedReference {
  readonly payload: ReferencePayload;
  /** The payload's canonical text: the very bytes that were signed. */
  readonly signedText: string;
  readonly fingerprint: string;
  /** How its key came after others; empty where it is the sender's first. */
  readonly succession: Succession;
  /** Of the whole file. */
  readonly sha256: string;
}

const notAReference = (): StoreFailure => new StoreFailure('invalid_input', 'not_a_reference');
const tampered = (): StoreFailure => new StoreFailure('corrupt', 'reference_tampered');

export const referenceTried = triedBy('reference', largestReference, verifyReferenceBytes);

export async function readReference(source: FileSource): Promise<VerifiedReference> {
  return verifyReferenceBytes(await bytesTried(source, referenceTried));
}

/**
 * Refuses everything that is not, byte for byte, what a Vigie of this version signed, each for its own reason. The file must be canonical
 * JSON, so that no two readers can see different contents in it. Says nothing about whose key it is.
 */
export function verifyReferenceBytes(bytes: Uint8Array): VerifiedReference {
  const { text, parsed } = parse(bytes);
  const head = referenceHead.safeParse(parsed);
  if (!head.success) throw notAReference();
  if (head.data.version > referenceVersion) throw new StoreFailure('newer_schema', 'reference_newer');
  const envelope = referenceEnvelope.safeParse(parsed);
  if (!envelope.success || canonicalJson(parsed) !== text) throw tampered();
  const signedText = canonicalJson(envelope.data.payload);
  const { signature, succession = [] } = envelope.data;
  if (!isSignedBy(signature, signedText) || !endsIn(succession, signature.publicKey)) throw tampered();
  const payload = referencePayload.safeParse(envelope.data.payload);
  if (!payload.success) throw notAReference();
  const fingerprint = fingerprintOf(signature.publicKey);
  return { payload: payload.data, signedText, fingerprint, succession, sha256: sha256(bytes) };
}

/** How every reference begins: its keys are sorted. */
const beginning = Buffer.from(`{"format":"${referenceFormat}",`);

/** What begins as a reference and cannot be read to its end was cut short or damaged on its way; anything else never was one. */
function parse(bytes: Uint8Array): { readonly text: string; readonly parsed: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, parsed: parseForeignJson(text) };
  } catch {
    if (beginning.compare(bytes.subarray(0, beginning.length)) === 0)
      throw new StoreFailure('invalid_input', 'reference_incomplete');
    throw notAReference();
  }
}
