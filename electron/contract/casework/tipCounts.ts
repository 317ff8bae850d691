import { z } from 'zod';

/** What a provider said of the files that it reported, as counts alone: neither names nor hashes are taken. */
export const tipCount = z.enum([
  'files_reported',
  'files_viewed',
  'files_public',
  'class_a1',
  'class_a2',
  'class_b1',
  'class_b2',
  'made_by_ai',
]);
export type TipCount = z.infer<typeof tipCount>;

/** Each category once at most. */
export const tipCounts = z
  .array(z.object({ category: tipCount, count: z.int().min(0).max(1_000_000_000) }))
  .max(tipCount.options.length)
  .refine((counts) => new Set(counts.map(({ category }) => category)).size === counts.length, { error: 'invalid' });
