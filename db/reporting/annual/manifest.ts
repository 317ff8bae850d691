import { z } from 'zod';
import { fiscalYear } from '#contract/ground/dates';
import { annualContent } from '#contract/reporting/annual';
import { applicationVersion } from '../../ground/kernel/versions.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { fingerprintOf, signature, signText } from '../../ground/kernel/signing.ts';
import { succession } from '../../ground/kernel/succession.ts';
import { describeFile, type BuiltFile } from '../../documents/files/builtFile.ts';
import type { Settings } from '../../store/settings.ts';
import type { AnnualSnapshot } from './locked.ts';

export const annualDocumentName = 'annual-report.json';

/** `annual-report.json`: the locked content and the facts of its lock. */
export const annualDocument = z.object({
  format: z.literal('vigie-annual-report'),
  version: z.literal(1),
  lockedAt: z.iso.datetime(),
  auditHead: z.string(),
  /** SHA-256 of the canonical JSON of `content`. */
  contentHash: z.string(),
  content: annualContent,
});

const described = z.strictObject({
  format: z.literal('vigie-annual-manifest'),
  version: z.literal(1),
  application: z.string(),
  agreement: z.string(),
  fiscalYear,
  /** The time of the lock. */
  generatedAt: z.iso.datetime(),
  auditHead: z.string(),
  contentHash: z.string(),
  sequence: z.int().min(1),
  supersedes: z.strictObject({ sequence: z.int().min(1), contentHash: z.string() }).nullable(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  fingerprint: z.string(),
  succession: succession.optional(),
});

/** The manifest of an annual report, signed as a return's is. */
export const annualManifest = described.extend({ signature });
export type AnnualManifest = z.infer<typeof annualManifest>;

export function annualDocumentOf({ locked, stored }: AnnualSnapshot) {
  return {
    format: 'vigie-annual-report' as const,
    version: 1 as const,
    lockedAt: new Date(locked.lockedAt).toISOString(),
    auditHead: locked.auditHead,
    contentHash: locked.contentHash,
    content: stored,
  };
}

export function buildAnnualManifest(
  { locked, content }: AnnualSnapshot,
  files: readonly BuiltFile[],
  key: Settings['signingKey'],
): AnnualManifest {
  const facts: z.infer<typeof described> = {
    format: 'vigie-annual-manifest',
    version: 1,
    application: applicationVersion,
    agreement: content.agreement.code,
    fiscalYear: content.fiscalYear,
    generatedAt: new Date(locked.lockedAt).toISOString(),
    auditHead: locked.auditHead,
    contentHash: locked.contentHash,
    sequence: locked.sequence,
    supersedes: content.supersedes,
    files: files.map(describeFile),
    fingerprint: fingerprintOf(key.publicKey),
    ...(key.succession.length > 0 && { succession: key.succession }),
  };
  return { ...facts, signature: signText(key, canonicalJson(facts)) };
}
