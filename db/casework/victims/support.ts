import { and, asc, eq } from 'drizzle-orm';
import { monthOf, type CivilDate } from '#contract/ground/dates';
import type { SupportService } from '#contract/casework/victims';
import type { InvestigationId, SupportReferralId } from '#contract/ground/ids';
import { keepCorrection, movedMonths } from '../corrections/keep.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import { requireBetween, requireNotAfter, requirePassed } from '../../ground/kernel/order.ts';
import { changesBetween, changesTo } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts, type RecordCount } from '../../ledger/ledger/countedBy.ts';
import { supportReferral } from '../../ground/schema/unit/offences.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, ReadHandler, WriteHandler } from '../../store/types.ts';
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

type SupportRecord = typeof supportReferral.$inferSelect;

async function correctSupport(
  tx: WriteTx,
  row: SupportRecord,
  { after, reason }: { readonly after: Partial<SupportRecord>; readonly reason: string | null },
  context: Context,
) {
  const version = row.version + 1;
  await tx
    .update(supportReferral)
    .set({ ...after, version })
    .where(eq(supportReferral.id, row.id));
  const counts = [supportCounts(row), supportCounts({ ...row, ...after })] as const;
  await moveCounts(tx, row.unitId, ...counts);
  await keepCorrection(
    tx,
    { record: 'support_referral', row, after, reason, months: movedMonths(...counts, row.id) },
    context,
  );
  return {
    output: { version },
    audit: {
      subject: { kind: 'support_referral', id: row.id },
      facts: { file: row.investigationId },
      changes: changesTo(row, after),
    },
  };
}

export const supportWrites: { readonly [M in 'support.add' | 'support.change' | 'support.answer']: WriteHandler<M> } = {
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

  'support.change': async (tx, { investigationId, supportId, version, reason, ...after }, context) => {
    const row = await heldReferral(tx, investigationId, supportId, version);
    requirePassed(after.referredOn, context.clock.today(), 'referredOn');
    if (row.answeredOn !== null)
      requireNotAfter({ step: 'answer', on: row.answeredOn }, after.referredOn, 'referredOn');
    return correctSupport(tx, row, { after, reason }, context);
  },

  'support.answer': async (tx, { investigationId, supportId, version, answer, reason }, context) => {
    const row = await heldReferral(tx, investigationId, supportId, version);
    const referred = { step: 'referral', on: row.referredOn } as const;
    if (answer) requireBetween(referred, answer.answeredOn, context.clock.today(), 'answer.answeredOn');
    const after = answer ?? { outcome: null, answeredOn: null };
    return correctSupport(tx, row, { after, reason }, context);
  },
};
