import { and, eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, ReferralId, TransferId, UnitId } from '#contract/ground/ids';
import { must } from '../../ground/kernel/assert.ts';
import { heldInvestigation, lastFact, requireOpen } from '../investigationState/change.ts';
import { requireBetween } from '../../ground/kernel/order.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { isOpen } from '../referrals/rules.ts';
import { heldReferral } from '../referrals/triage/transition.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { recordsOf } from '../../store/engineRecords.ts';
import { requireSinceAnswer } from './order.ts';
import { mayDecide, mayWithdraw } from './rules.ts';
import { standingOf, type TransferRecord } from './rows.ts';
import { takeOver } from './take.ts';

type Name = 'propose' | 'accept' | 'refuse' | 'withdraw';
type Handlers = { readonly [N in Name as `transfers.${N}`]: WriteHandler<`transfers.${N}`> };

interface Sent {
  readonly kind: 'referral' | 'investigation';
  readonly id: string;
  readonly unitId: UnitId;
  readonly number: string;
  readonly beganOn: CivilDate;
  /** Its last fact: it cannot be sent before. */
  readonly since: CivilDate;
}

async function openReferral(tx: WriteTx, id: ReferralId): Promise<Sent> {
  const row = await heldReferral(tx, id);
  if (!isOpen(row.state)) throw new StoreFailure('conflict', 'state_not_allowed');
  const { unitId, number, receivedOn, stateOn } = row;
  return { kind: 'referral', id, unitId, number, beganOn: receivedOn, since: stateOn };
}

async function openInvestigation(tx: WriteTx, id: InvestigationId): Promise<Sent> {
  const row = await heldInvestigation(tx, id);
  requireOpen(row);
  return {
    kind: 'investigation',
    id,
    unitId: row.unitId,
    number: row.number,
    beganOn: row.openedOn,
    since: lastFact(row),
  };
}

export async function requireNonePending(tx: WriteTx, fileId: string): Promise<void> {
  const [pending] = await tx
    .select({ id: transfer.id })
    .from(transfer)
    .where(and(eq(transfer.fileId, fileId), eq(transfer.state, 'pending')));
  if (pending) throw new StoreFailure('conflict', 'transfer_pending');
}

async function requireOtherUnit(tx: WriteTx, fromUnitId: string, toUnitId: UnitId | null): Promise<void> {
  if (toUnitId === null) return;
  const [known] = await tx.select().from(unit).where(eq(unit.id, toUnitId));
  if (!known?.active || toUnitId === fromUnitId)
    throw new StoreFailure('invalid_input', undefined, [{ path: 'toUnitId', code: 'unknown_unit' }]);
}

/** The transfer that the session may decide or take back; one of other units is as absent as one that never was. */
async function pendingTransfer(
  tx: WriteTx,
  id: TransferId,
  version: number,
  isMine: (row: TransferRecord) => boolean,
): Promise<TransferRecord> {
  const [row] = await tx.select().from(transfer).where(eq(transfer.id, id));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  if (!isMine(row)) throw new StoreFailure(row.state === 'pending' ? 'not_found' : 'conflict');
  return row;
}

type Decision = Partial<typeof transfer.$inferInsert> & { readonly state: string; readonly decidedOn: CivilDate };

async function decide(tx: WriteTx, row: TransferRecord, decision: Decision, { session }: Context): Promise<void> {
  await tx
    .update(transfer)
    .set({ ...decision, decidedBy: session.user.id, version: row.version + 1 })
    .where(eq(transfer.id, row.id));
}

function auditOf(row: TransferRecord, state: string) {
  return {
    subject: { kind: 'transfer', id: row.id },
    facts: { fileKind: row.fileKind, fileId: row.fileId, fromUnitId: row.unitId, toUnitId: row.toUnitId },
    changes: [{ field: 'state', before: row.state, after: state }],
  };
}

export const transferWrites: Handlers = {
  'transfers.propose': async (tx, input, { newId, clock, session }) => {
    const { referralId, investigationId, toUnitId, toService, on, message } = input;
    const file =
      referralId === null
        ? await openInvestigation(tx, must(investigationId, 'the contract asks for one of the two'))
        : await openReferral(tx, referralId);
    await requireNonePending(tx, file.id);
    await requireOtherUnit(tx, file.unitId, toUnitId);
    requireBetween({ step: 'state', on: file.since }, on, clock.today(), 'on');
    requireSinceAnswer((await recordsOf(tx).offersOf([file.id])).at(-1), on, 'on');
    const id = newId();
    await tx.insert(transfer).values({
      id,
      unitId: file.unitId,
      toUnitId,
      toService,
      fileKind: file.kind,
      fileId: file.id,
      number: file.number,
      beganOn: file.beganOn,
      state: 'pending',
      proposedOn: on,
      proposedBy: session.user.id,
      message,
    });
    return {
      output: { id },
      audit: {
        subject: { kind: 'transfer', id },
        facts: { fileKind: file.kind, fileId: file.id, toUnitId },
        changes: [{ field: 'transfer', before: null, after: { toService, on, message } }],
      },
    };
  },

  'transfers.accept': async (tx, { transferId, version, on }, context) => {
    const row = await pendingTransfer(tx, transferId, version, (each) =>
      mayDecide(standingOf(each), context.session.unitIds),
    );
    requireBetween({ step: 'proposal', on: row.proposedOn }, on, context.clock.today(), 'on');
    await recordsOf(tx).reachTransfer(row.id);
    const taken = await takeOver(tx, row, on, context);
    await decide(
      tx,
      row,
      { state: 'accepted', decidedOn: on, receivedId: taken?.id ?? null, receivedNumber: taken?.number ?? null },
      context,
    );
    const audit = auditOf(row, 'accepted');
    return {
      output: { receivedId: taken?.id ?? null },
      audit: { ...audit, facts: { ...audit.facts, receivedId: taken?.id ?? null } },
    };
  },

  'transfers.refuse': async (tx, { transferId, version, on, reason }, context) => {
    const row = await pendingTransfer(tx, transferId, version, (each) =>
      mayDecide(standingOf(each), context.session.unitIds),
    );
    requireBetween({ step: 'proposal', on: row.proposedOn }, on, context.clock.today(), 'on');
    await decide(tx, row, { state: 'refused', decidedOn: on, reason }, context);
    const audit = auditOf(row, 'refused');
    return {
      output: {},
      audit: { ...audit, changes: [...audit.changes, { field: 'reason', before: null, after: reason }] },
    };
  },

  'transfers.withdraw': async (tx, { transferId, version, on }, context) => {
    const row = await pendingTransfer(tx, transferId, version, (each) =>
      mayWithdraw(standingOf(each), context.session.unitIds),
    );
    requireBetween({ step: 'proposal', on: row.proposedOn }, on, context.clock.today(), 'on');
    await decide(tx, row, { state: 'withdrawn', decidedOn: on }, context);
    return { output: {}, audit: auditOf(row, 'withdrawn') };
  },
};
