import { and, eq } from 'drizzle-orm';
import type { AuthorityId, InvestigationId } from '#contract/ground/ids';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { delayDeduction } from '../../ground/schema/unit/offences.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { WriteHandler } from '../../store/types.ts';
import { proceedings } from './delays.ts';

type Handlers = { readonly [M in 'delays.deduct' | 'delays.remove']: WriteHandler<M> };

async function heldProceedings(tx: WriteTx, investigationId: InvestigationId, id: AuthorityId) {
  const [row] = await tx
    .select()
    .from(authority)
    .where(and(eq(authority.id, id), eq(authority.investigationId, investigationId), eq(authority.kind, proceedings)));
  if (!row) throw new StoreFailure('not_found');
  return row;
}

/** The clock of the ceiling reads the record: the days move there, in the same transaction. */
async function moveDeducted(tx: WriteTx, row: typeof authority.$inferSelect, days: number): Promise<void> {
  await tx
    .update(authority)
    .set({ deductedDays: Math.max(0, (row.deductedDays ?? 0) + days), version: row.version + 1 })
    .where(eq(authority.id, row.id));
}

export const delayWrites: Handlers = {
  'delays.deduct': async (tx, { investigationId, authorityId, ...facts }, context) => {
    const row = await heldProceedings(tx, investigationId, authorityId);
    const id = context.newId();
    await tx.insert(delayDeduction).values({
      id,
      authorityId,
      unitId: row.unitId,
      ...facts,
      enteredAt: context.clock.now(),
      enteredBy: context.session.user.id,
    });
    await moveDeducted(tx, row, facts.days);
    return {
      output: { id },
      audit: { subject: { kind: 'authority', id: row.id }, changes: changesBetween(null, facts) },
    };
  },

  'delays.remove': async (tx, { investigationId, deductionId, version }) => {
    const [held] = await tx.select().from(delayDeduction).where(eq(delayDeduction.id, deductionId));
    if (!held) throw new StoreFailure('not_found');
    const row = await heldProceedings(tx, investigationId, held.authorityId);
    if (held.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    await tx.delete(delayDeduction).where(eq(delayDeduction.id, held.id));
    await moveDeducted(tx, row, -held.days);
    const { cause, days, note } = held;
    return {
      output: {},
      audit: { subject: { kind: 'authority', id: row.id }, changes: changesBetween({ cause, days, note }, null) },
    };
  },
};
