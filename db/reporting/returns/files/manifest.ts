import { z } from 'zod';
import { quarter } from '#contract/ground/dates';
import { releaseBase, releaseMethod } from '#contract/reporting/releases';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { succession } from '../../../ground/kernel/succession.ts';
import type { Settings } from '../../../store/settings.ts';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { fingerprintOf, sha256, signature, signText } from '../../../ground/kernel/signing.ts';
import type { BuiltFile } from '../../../documents/files/builtFile.ts';
import type { Snapshot } from '../locked.ts';

export const manifestName = 'manifest.json';

const described = z.strictObject({
  format: z.literal('vigie-return-manifest'),
  version: z.literal(1),
  application: z.string(),
  schemaVersion: z.string(),
  frameworkVersion: z.string(),
  agreement: z.string(),
  quarter,
  /** The time of the lock: the same snapshot is described by the same manifest whenever it is exported. */
  generatedAt: z.iso.datetime(),
  auditHead: z.string(),
  contentHash: z.string(),
  /** The version of the return: 1, then one more for each restatement. */
  sequence: z.int().min(1),
  /** The version that this one takes the place of; null of the first. In a release its hash is left out: it is of exact figures. */
  supersedes: z.strictObject({ sequence: z.int().min(1), contentHash: z.string().optional() }).nullable(),
  /** Of a release: how its small counts were protected. Absent where the figures are exact. */
  release: z.strictObject({ method: releaseMethod, base: releaseBase }).optional(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  fingerprint: z.string(),
  succession: succession.optional(),
});

export const newestManifest = 1;
export const manifest = described.extend({ signature });
export type Manifest = z.infer<typeof manifest>;

export const manifestHead = z.object({ format: z.literal('vigie-return-manifest'), version: z.int().min(1) });

/** The bytes that are signed: the whole manifest but the signature. */
export function signedTextOf(signed: Pick<Manifest, 'signature'>): string {
  return canonicalJson({ ...signed, signature: undefined });
}

function supersededBy({ restatement }: Snapshot['content'], isReleased: boolean): Manifest['supersedes'] {
  if (!restatement) return null;
  const { sequence, contentHash } = restatement.of;
  return { sequence, ...(!isReleased && { contentHash }) };
}

export function buildManifest(
  { locked, content }: Snapshot,
  files: readonly BuiltFile[],
  key: Settings['signingKey'],
  release?: Manifest['release'],
): Manifest {
  const facts: z.infer<typeof described> = {
    format: 'vigie-return-manifest',
    version: newestManifest,
    application: applicationVersion,
    schemaVersion: content.schemaVersion,
    frameworkVersion: content.framework.version,
    agreement: content.agreement.code,
    quarter: content.quarter,
    generatedAt: new Date(locked.lockedAt).toISOString(),
    auditHead: locked.auditHead,
    contentHash: locked.contentHash,
    sequence: locked.sequence,
    supersedes: supersededBy(content, release !== undefined),
    ...(release && { release }),
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) })),
    fingerprint: fingerprintOf(key.publicKey),
    ...(key.succession.length > 0 && { succession: key.succession }),
  };
  return { ...facts, signature: signText(key, canonicalJson(facts)) };
}
