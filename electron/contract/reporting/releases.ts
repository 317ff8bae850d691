import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { action } from '../ground/define.ts';
import { fileGrant, jobId, returnId } from '../ground/ids.ts';

/** How small counts are kept from a release: they and what would give them back are left out, or every count is rounded at random. */
export const releaseMethod = z.enum(['suppression', 'rounding']);
export type ReleaseMethod = z.infer<typeof releaseMethod>;

/** Counts are rounded to its multiples where that is the method; the interval of the backlog avoided is in either. */
export const releaseBase = z.union([z.literal(3), z.literal(5)]);
export type ReleaseBase = z.infer<typeof releaseBase>;

export const releaseMethods = {
  /** Writes what may be published of a locked return. The first release of a return fixes its method and its figures for good. */
  'returns.release': action(
    z.object({
      returnId,
      folder: fileGrant,
      method: releaseMethod,
      base: releaseBase.default(5),
      jobId: jobId.optional(),
    }),
    z.object({
      folderName: z.string(),
      files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
      fingerprint: z.string(),
      /** Counts in the files, and how many of them are suppressed. */
      counts: z.int(),
      suppressed: z.int(),
    }),
    { ...coordinator, scope: { lockedReturn: 'returnId' }, touches: ['returns', 'audit'] },
  ),
};
