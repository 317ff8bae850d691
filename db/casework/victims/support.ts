import { and, asc, eq } from 'drizzle-orm';
import { monthOf, type CivilDate } from '#contract/ground/dates';
import type { SupportService } from '#contract/casework/victims';
import type { InvestigationId, SupportReferralId } from '#contract/ground/ids';
import { heldInvestigation } from '../investigationState/change.ts';
import { requireBetween, requirePassed } from '../../ground/kernel/order.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts, type RecordCount } from '../../ledger/ledger/countedBy.ts';
import { supportReferral } from '../../ground/schema/unit/offences.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { readSupportCounts, supportRows } from './supportCounts.ts';

/** What a referral to a service counts: itself, in its month. */
export function supportCounts({ id, referredOn }: { readonly id: string; readonly referredOn: string }): RecordCount[] {
  return [{ recordId: id, measure: 'support_referrals', month: monthOf(referredOn as CivilDate), amount: 1 }];
}

export const supportReads: { readonly [M in 'support.list' | 'support.counts' | 'support.rows']: ReadHandler<M> } = {
  'support.counts': async (_db, { filter: { unitId } }, { clock, counted, session }) => ({
    rows: [...(await readSupportCounts(counted, unitId ? [unitId] : session.unitIds, clock.today()))],
  }),

  'support.rows': (db, asked, { counted }) => supportRows({ db, counted }, asked),

  'support.list': async (db, { investigationId }) => {
    const rows = await db
      .select()
      .from(supportReferral)
      .where(eq(supportReferral.investigationId, investigationId))
      .orderBy(asc(supportReferral.referredOn), asc(supportReferral.id));
    return {
      referrals: rows.map(({ id, version, referredOn, service, outcome, answeredOn }) => ({
        id,
        version,
        referredOn,
        service: service as SupportService,
        outcome,
        answeredOn,
      })),
    };
  },
};

async function heldReferral(tx: WriteTx, investigationId: InvestigationId, id: SupportReferralId, version: number) {
  const [row] = await tx
    .select()
    .from(supportReferral)
    .where(and(eq(supportReferral.id, id), eq(supportReferral.investigationId, investigationId)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

export const supportWrites: { readonly [M in 'support.add' | 'support.answer' | 'support.remove']: WriteHandler<M> } = {
  'support.add': async (tx, { investigationId, ...facts }, context) => {
    const { unitId } = await heldInvestigation(tx, investigationId);
    requirePassed(facts.referredOn, context.clock.today(), 'referredOn');
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

  'support.answer': async (tx, { investigationId, supportId, version, answer }, context) => {
    const row = await heldReferral(tx, investigationId, supportId, version);
    const referred = { step: 'referral', on: row.referredOn } as const;
    if (answer) requireBetween(referred, answer.answeredOn, context.clock.today(), 'answer.answeredOn');
    const after = answer ?? { outcome: null, answeredOn: null };
    await tx
      .update(supportReferral)
      .set({ ...after, version: version + 1 })
      .where(eq(supportReferral.id, row.id));
    const before = { outcome: row.outcome, answeredOn: row.answeredOn };
    return {
      output: { version: version + 1 },
      audit: {
        subject: { kind: 'support_referral', id: row.id },
        facts: { file: investigationId },
        changes: changesBetween(before, after),
      },
    };
  },

  'support.remove': async (tx, { investigationId, supportId, version }) => {
    const row = await heldReferral(tx, investigationId, supportId, version);
    await tx.delete(supportReferral).where(eq(supportReferral.id, row.id));
    await moveCounts(tx, row.unitId, supportCounts(row), []);
    const { referredOn, service, outcome, answeredOn } = row;
    return {
      output: {},
      audit: {
        subject: { kind: 'support_referral', id: row.id },
        changes: changesBetween({ referredOn, service, outcome, answeredOn }, null),
      },
    };
  },
};
