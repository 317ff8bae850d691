import { z } from 'zod';
import { returnContent } from '#contract/returns';
import { canonicalJson } from '../../kernel/canonicalJson.ts';
import type { Snapshot } from '../locked.ts';

/** `return.json`: the locked content and the facts of its lock. No person is named in it. */
export const returnDocument = z.object({
  format: z.literal('vigie-return'),
  version: z.literal(1),
  lockedAt: z.iso.datetime(),
  auditHead: z.string(),
  /** SHA-256 of the canonical JSON of `content`. */
  contentHash: z.string(),
  content: returnContent,
});
export type ReturnDocument = z.infer<typeof returnDocument>;

export function documentOf({ locked, content }: Snapshot): ReturnDocument {
  return {
    format: 'vigie-return',
    version: 1,
    lockedAt: new Date(locked.lockedAt).toISOString(),
    auditHead: locked.auditHead,
    contentHash: locked.contentHash,
    content,
  };
}

/** The published JSON Schema (draft 2020-12) that `return.json` is valid against. */
export function documentSchema(): string {
  const schema = z.toJSONSchema(returnDocument, { target: 'draft-2020-12' });
  const titled = { title: 'Vigie quarterly return / Rapport trimestriel Vigie', ...schema };
  return `${canonicalJson(titled)}\n`;
}
