import { z } from 'zod';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { fingerprintOf, isSignedBy, signature, signText } from '../../ground/kernel/signing.ts';
import { endsIn, succession } from '../../ground/kernel/succession.ts';
import { applicationVersion } from '../../ground/kernel/versions.ts';
import { describeFile, type BuiltFile } from '../../documents/files/builtFile.ts';
import type { Settings } from '../../store/settings.ts';
import type { LockedReport } from './document.ts';

export const manifestName = 'manifest.json';
export const newestManifest = 1;

/** What the manifest of every report says; a kind of report adds its format and what else it says of itself. */
export const manifestFacts = z.strictObject({
  version: z.literal(newestManifest),
  application: z.string(),
  agreement: z.string(),
  /** The time of the lock: the same snapshot is described by the same manifest whenever it is exported. */
  generatedAt: z.iso.datetime(),
  auditHead: z.string(),
  contentHash: z.string(),
  /** The version of the report: 1, then one more for each that takes the place of another. */
  sequence: z.int().min(1),
  /** The version that this one takes the place of; null of the first. In a release its hash is left out: it is of exact figures. */
  supersedes: z.strictObject({ sequence: z.int().min(1), contentHash: z.string().optional() }).nullable(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  fingerprint: z.string(),
  succession: succession.optional(),
  signature,
});
export type ManifestFacts = z.infer<typeof manifestFacts>;

/** The bytes that are signed: the whole manifest but the signature. */
const signedTextOf = (signed: object): string => canonicalJson({ ...signed, signature: undefined });

/** The manifest of a report, signed: it describes the files and says `own` of their kind. */
export function manifestFile(
  own: Pick<ManifestFacts, 'supersedes'> & Readonly<Record<string, unknown>>,
  { locked, content }: Pick<LockedReport, 'locked' | 'content'>,
  files: readonly BuiltFile[],
  key: Settings['signingKey'],
): BuiltFile {
  const facts: Omit<ManifestFacts, 'signature'> = {
    version: newestManifest,
    application: applicationVersion,
    agreement: content.agreement.code,
    generatedAt: new Date(locked.lockedAt).toISOString(),
    auditHead: locked.auditHead,
    contentHash: locked.contentHash,
    sequence: locked.sequence,
    files: files.map(describeFile),
    fingerprint: fingerprintOf(key.publicKey),
    ...(key.succession.length > 0 && { succession: key.succession }),
    ...own,
  };
  const signed = { ...facts, signature: signText(key, signedTextOf(facts)) };
  return { name: manifestName, bytes: Buffer.from(canonicalJson(signed), 'utf8') };
}

/** Whether a manifest is signed by the key that it names. */
export function isSigned(signed: Pick<ManifestFacts, 'signature' | 'fingerprint' | 'succession'>): boolean {
  const { signature: by, fingerprint, succession: links = [] } = signed;
  return (
    isSignedBy(by, signedTextOf(signed)) && fingerprintOf(by.publicKey) === fingerprint && endsIn(links, by.publicKey)
  );
}
