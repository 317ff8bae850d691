import { eq } from 'drizzle-orm';
import type { InvestigationId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireBetween } from '../../ground/kernel/order.ts';
import { toEach } from '../../ground/kernel/toEach.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import type { Change } from '../../ground/kernel/database.ts';
import { requireAble, requireMember } from '../../store/rights/members.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import {
  changeInvestigation,
  heldInvestigation,
  lastFact,
  requireOpen,
  takeLastOut,
  type FileEventRecord,
} from '../investigationState/change.ts';

/** Of one file its own, so that its history says what was done. */
function auditOf(files: readonly { readonly investigationId: InvestigationId }[], changes: readonly Change[]) {
  const [first] = files;
  if (first === undefined || files.length > 1) return { facts: { investigations: files.length }, changes };
  const own = changes.map((each) => ({ ...each, field: each.field.split(' ')[0] ?? '' }));
  return { subject: { kind: 'investigation', id: first.investigationId }, changes: own };
}

export const setLeads: WriteHandler<'investigations.lead'> = async (tx, { files, isUndo = false }) => {
  const back = await toEach('files', files, async ({ investigationId, from, lead }) => {
    const row = await heldInvestigation(tx, investigationId);
    requireOpen(row);
    if (from !== undefined && row.lead !== from) throw new StoreFailure('conflict', 'assigned_meanwhile');
    if (lead !== null && lead !== row.lead) await (isUndo ? requireMember : requireAble)(tx, row.unitId, lead, 'lead');
    await tx
      .update(investigation)
      .set({ lead, version: row.version + 1 })
      .where(eq(investigation.id, row.id));
    return { investigationId, from: lead, lead: row.lead };
  });
  const changes = back.map((each) => ({ field: `lead ${each.investigationId}`, before: each.lead, after: each.from }));
  return { output: { files: back, isUndo: !isUndo }, audit: auditOf(files, changes) };
};

export const setWaiting: WriteHandler<'investigations.wait'> = async (tx, { files, state, since, on }, context) => {
  const done = await toEach('files', files, async ({ investigationId, version }) => {
    const row = await heldInvestigation(tx, investigationId, version);
    requireOpen(row);
    requireBetween({ step: 'state', on: lastFact(row) }, since, context.clock.today(), 'since');
    const change = { kind: 'waiting', on: since, waiting: state, waitingOn: on ?? null } as const;
    return {
      seen: { investigationId, version: await changeInvestigation(tx, row, change, context) },
      change: { field: `waiting ${row.id}`, before: row.waiting, after: state },
    };
  });
  return {
    output: { files: done.map(({ seen }) => seen) },
    audit: auditOf(
      files,
      done.map(({ change }) => change),
    ),
  };
};

const isOwnWait =
  ({ session }: Context) =>
  ({ kind, userId }: FileEventRecord): boolean =>
    kind === 'waiting' && userId === session.user.id;

export const undoWaiting: WriteHandler<'investigations.undoWait'> = async (tx, { files }, context) => {
  const done = await toEach('files', files, async ({ investigationId, version }) => {
    const row = await heldInvestigation(tx, investigationId, version);
    requireOpen(row);
    return {
      seen: { investigationId, version: await takeLastOut(tx, row, isOwnWait(context)) },
      change: { field: `waiting ${row.id}`, before: row.waiting, after: null },
    };
  });
  return {
    output: { files: done.map(({ seen }) => seen) },
    audit: auditOf(
      files,
      done.map(({ change }) => change),
    ),
  };
};
