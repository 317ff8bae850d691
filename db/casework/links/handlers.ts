import { and, asc, eq, or } from 'drizzle-orm';
import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { heldInvestigation, requireOpen } from '../investigationState/change.ts';
import { requireLinkable } from '../investigationState/rules.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireDate } from '../referrals/rules.ts';
import { heldReferral, moveReferral, type ReferralRecord } from '../referrals/triage/transition.ts';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { relatedFile } from '../../ground/schema/unit/links.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { carrierOf } from './carrier.ts';

type Writes = {
  readonly [M in 'links.relate' | 'links.unrelate' | 'links.linkReferral' | 'links.unlinkReferral']: WriteHandler<M>;
};

export const linkReads: { readonly 'links.ofFile': ReadHandler<'links.ofFile'> } = {
  'links.ofFile': async (db, { investigationId }) => {
    const rows = await db
      .select({ file: investigation, linkedOn: relatedFile.linkedOn })
      .from(relatedFile)
      .innerJoin(investigation, eq(investigation.id, relatedFile.otherId))
      .where(eq(relatedFile.investigationId, investigationId))
      .orderBy(asc(investigation.number), asc(investigation.id));
    return {
      related: rows.map(({ file, linkedOn }) => ({
        ...pick(file, 'id', 'number', 'unitId'),
        linkedOn,
        concludedOn: file.concludedOn,
      })),
    };
  },
};

function standingOf(row: ReferralRecord) {
  return { state: row.state, stateOn: row.stateOn };
}

const linkOf = (referralId: ReferralId, investigationId: InvestigationId) =>
  and(eq(referralInvestigation.referralId, referralId), eq(referralInvestigation.investigationId, investigationId));

async function isLinked(tx: WriteTx, referralId: ReferralId, investigationId: InvestigationId): Promise<boolean> {
  const held = await tx.select().from(referralInvestigation).where(linkOf(referralId, investigationId));
  return held.length > 0;
}

export const linkWrites: Writes = {
  'links.relate': async (tx, { investigationId, otherId }, { clock }) => {
    if (investigationId === otherId) throw new StoreFailure('conflict', 'state_not_allowed');
    const one = await heldInvestigation(tx, investigationId);
    const other = await heldInvestigation(tx, otherId);
    const linkedOn = clock.today();
    await tx
      .insert(relatedFile)
      .values([
        { investigationId, otherId, unitId: one.unitId, linkedOn },
        { investigationId: otherId, otherId: investigationId, unitId: other.unitId, linkedOn },
      ])
      .onConflictDoNothing();
    return {
      output: {},
      audit: {
        subject: { kind: 'investigation', id: investigationId },
        changes: [{ field: 'related', before: null, after: otherId }],
      },
    };
  },

  'links.unrelate': async (tx, { investigationId, otherId }) => {
    const gone = await tx
      .delete(relatedFile)
      .where(
        or(
          and(eq(relatedFile.investigationId, investigationId), eq(relatedFile.otherId, otherId)),
          and(eq(relatedFile.investigationId, otherId), eq(relatedFile.otherId, investigationId)),
        ),
      )
      .returning();
    if (gone.length === 0) throw new StoreFailure('not_found');
    return {
      output: {},
      audit: {
        subject: { kind: 'investigation', id: investigationId },
        changes: [{ field: 'related', before: otherId, after: null }],
      },
    };
  },

  'links.linkReferral': async (tx, { investigationId, referralId, on }, context) => {
    const file = await heldInvestigation(tx, investigationId);
    requireOpen(file);
    const row = await heldReferral(tx, referralId);
    const standing = standingOf(row);
    requireLinkable([{ ...standing, open: row.open }]);
    if (row.unitId !== file.unitId || (await isLinked(tx, referralId, investigationId)))
      throw new StoreFailure('conflict', 'state_not_allowed');
    requireDate(standing, on, context.clock.today());
    await tx.insert(referralInvestigation).values({ referralId, investigationId, linkedOn: on });
    if (row.open) await moveReferral(tx, row, { to: 'linked', on, carried: false }, context);
    return {
      output: {},
      audit: {
        subject: { kind: 'investigation', id: investigationId },
        changes: [{ field: 'referral', before: null, after: referralId }],
      },
    };
  },

  'links.unlinkReferral': async (tx, { investigationId, referralId, on }, context) => {
    const row = await heldReferral(tx, referralId);
    if (!(await isLinked(tx, referralId, investigationId))) throw new StoreFailure('not_found');
    if ((await carrierOf(tx, referralId)) === investigationId)
      throw new StoreFailure('conflict', 'referral_carries_file');
    requireDate(standingOf(row), on, context.clock.today());
    await tx.delete(referralInvestigation).where(linkOf(referralId, investigationId));
    const left = await tx.select().from(referralInvestigation).where(eq(referralInvestigation.referralId, referralId));
    if (left.length === 0)
      await moveReferral(tx, row, { to: row.assignedTo === null ? 'triaged' : 'assigned', on }, context);
    return {
      output: {},
      audit: {
        subject: { kind: 'investigation', id: investigationId },
        changes: [{ field: 'referral', before: referralId, after: null }],
      },
    };
  },
};
