import { z } from 'zod';
import { returnContent } from '#contract/reporting/returns';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { documentOf } from '../../signedReport/document.ts';

export const returnDocument = documentOf('vigie-return', returnContent);
export const returnDocumentName = 'return.json';

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
