import { and, asc, eq } from 'drizzle-orm';
import { monthOf, type CivilDate } from '#contract/ground/dates';
import type { SupportService } from '#contract/casework/victims';
import { heldInvestigation } from '../investigationState/change.ts';
import { requireBetween } from '../investigationState/rules.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts, type RecordCount } from '../../ledger/ledger/countedBy.ts';
import { supportReferral } from '../../ground/schema/unit/offences.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';

/** What a referral to a service counts: itself, in its month. */
export function supportCounts({ id, referredOn }: { readonly id: string; readonly referredOn: string }): RecordCount[] {
  return [{ recordId: id, measure: 'support_referrals', month: monthOf(referredOn as CivilDate), amount: 1 }];
}

export const supportReads: { readonly 'support.list': ReadHandler<'support.list'> } = {
  'support.list': async (db, { investigationId }) => {
    const rows = await db
      .select()
      .from(supportReferral)
      .where(eq(supportReferral.investigationId, investigationId))
      .orderBy(asc(supportReferral.referredOn), asc(supportReferral.id));
    return {
      referrals: rows.map(({ id, version, referredOn, service }) => ({
        id,
        version,
        referredOn,
        service: service as SupportService,
      })),
    };
  },
};

export const supportWrites: { readonly [M in 'support.add' | 'support.remove']: WriteHandler<M> } = {
  'support.add': async (tx, { investigationId, ...facts }, context) => {
    const { unitId, openedOn } = await heldInvestigation(tx, investigationId);
    requireBetween(openedOn, facts.referredOn, context.clock.today(), 'referredOn');
    const id = context.newId();
    await tx.insert(supportReferral).values({
      id,
      investigationId,
      unitId,
      ...facts,
      enteredAt: context.clock.now(),
      enteredBy: context.session.user.id,
    });
    await moveCounts(tx, unitId, [], supportCounts({ id, ...facts }));
    return {
      output: { id },
      audit: {
        subject: { kind: 'support_referral', id },
        facts: { file: investigationId },
        changes: changesBetween(null, facts),
      },
    };
  },

  'support.remove': async (tx, { investigationId, supportId, version }) => {
    const [row] = await tx
      .select()
      .from(supportReferral)
      .where(and(eq(supportReferral.id, supportId), eq(supportReferral.investigationId, investigationId)));
    if (!row) throw new StoreFailure('not_found');
    if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    await tx.delete(supportReferral).where(eq(supportReferral.id, row.id));
    await moveCounts(tx, row.unitId, supportCounts(row), []);
    const { referredOn, service } = row;
    return {
      output: {},
      audit: {
        subject: { kind: 'support_referral', id: row.id },
        changes: changesBetween({ referredOn, service }, null),
      },
    };
  },
};
