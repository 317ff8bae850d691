import { desc, eq, lt } from 'drizzle-orm';
import { auditEntry } from '../../ground/schema/common/audit.ts';
import { user } from '../../ground/schema/common/people.ts';
import type { ActionHandler, ReadHandler } from '../../store/types.ts';
import { verifyChain } from './verify.ts';

export const auditReads: { readonly 'audit.list': ReadHandler<'audit.list'> } = {
  'audit.list': async (db, input) => {
    const rows = await db
      .select({ entry: auditEntry, actor: user.displayName })
      .from(auditEntry)
      .leftJoin(user, eq(user.id, auditEntry.actorId))
      .where(input.before === undefined ? undefined : lt(auditEntry.sequence, input.before))
      .orderBy(desc(auditEntry.sequence))
      .limit(input.size);
    return {
      rows: rows.map(({ entry, actor }) => ({
        sequence: entry.sequence,
        at: entry.at,
        actor: actor ?? '',
        method: entry.method,
        subjectKind: entry.subjectKind,
        outcome: entry.outcome === 'refused' ? ('refused' as const) : ('done' as const),
      })),
    };
  },
};

export const auditActions: { readonly 'audit.verify': ActionHandler<'audit.verify'> } = {
  'audit.verify': async (context) => {
    const result = await verifyChain(context.read);
    await context.transact(() =>
      Promise.resolve({ output: null, audit: { facts: { entries: result.entries, intact: result.intact } } }),
    );
    return result;
  },
};
