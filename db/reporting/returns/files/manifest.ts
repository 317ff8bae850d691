import { z } from 'zod';
import { quarter } from '#contract/ground/dates';
import { releaseBase, releaseMethod } from '#contract/reporting/releases';
import { manifestFacts } from '../../signedReport/manifest.ts';
import type { Snapshot } from '../locked.ts';

export const returnFormat = 'vigie-return-manifest';

export const returnManifest = manifestFacts.extend({
  format: z.literal(returnFormat),
  schemaVersion: z.string(),
  frameworkVersion: z.string(),
  quarter,
  /** Of a release: how its small counts were protected. Absent where the figures are exact. */
  release: z.strictObject({ method: releaseMethod, base: releaseBase }).optional(),
});
export type ReturnManifest = z.infer<typeof returnManifest>;

/** What a return says of itself in its manifest. */
export function manifestOf({ restatement, ...content }: Snapshot['content'], release?: ReturnManifest['release']) {
  const before = restatement && { sequence: restatement.of.sequence, contentHash: restatement.of.contentHash };
  return {
    format: returnFormat,
    schemaVersion: content.schemaVersion,
    frameworkVersion: content.framework.version,
    quarter: content.quarter,
    supersedes: (release ? before && { sequence: before.sequence } : before) ?? null,
    ...(release && { release }),
  };
}
