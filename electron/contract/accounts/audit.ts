import { z } from 'zod';
import { nothing } from '../ground/common.ts';
import { action, read } from '../ground/define.ts';

export const auditRow = z.object({
  sequence: z.int(),
  at: z.int(),
  actor: z.string(),
  method: z.string(),
  subjectKind: z.string().nullable(),
  outcome: z.enum(['done', 'refused']),
});

export const auditMethods = {
  /** Who did what and when, latest first: codes only, no case content. */
  'audit.list': read(
    z.object({ before: z.int().optional(), size: z.int().min(1).max(200) }),
    z.object({ rows: z.array(auditRow) }),
    {
      roles: ['administrator', 'records_officer'],
    },
  ),
  /** Computes the chain again. Without an earlier head from elsewhere a cut tail cannot be seen. */
  'audit.verify': action(
    nothing,
    z.object({ entries: z.int(), intact: z.boolean(), firstBroken: z.int().nullable(), head: z.string() }),
    { roles: ['administrator', 'records_officer'] },
  ),
};
