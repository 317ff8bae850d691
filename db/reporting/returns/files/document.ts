import { z } from 'zod';
import { returnContent } from '#contract/reporting/returns';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import type { Snapshot } from '../locked.ts';

/** `return.json`: the locked content and the facts of its lock. No person is named in it but those who attest it. */
export const returnDocument = z.object({
  format: z.literal('vigie-return'),
  version: z.literal(1),
  lockedAt: z.iso.datetime(),
  auditHead: z.string(),
  /** SHA-256 of the canonical JSON of `content`. */
  contentHash: z.string(),
  content: returnContent,
});
/** Its content as it was locked, which the hash is of. */
export function documentOf({ locked, stored }: Snapshot) {
  return {
    format: 'vigie-return' as const,
    version: 1 as const,
    lockedAt: new Date(locked.lockedAt).toISOString(),
    auditHead: locked.auditHead,
    contentHash: locked.contentHash,
    content: stored,
  };
}

/** The published JSON Schema (draft 2020-12) that `return.json` is valid against, returns locked before a field was added included. */
export function documentSchema(): string {
  const schema = z.toJSONSchema(returnDocument, {
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      if (!(zodSchema instanceof z.ZodObject) || !jsonSchema.required) return;
      const { shape } = zodSchema;
      jsonSchema.required = jsonSchema.required.filter((name) => !(shape[name] instanceof z.ZodDefault));
    },
  });
  const titled = { title: 'Vigie quarterly return / Rapport trimestriel Vigie', ...schema };
  return `${canonicalJson(titled)}\n`;
}
