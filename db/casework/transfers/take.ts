import type { InvestigationId, ReferralId, UnitId } from '#contract/ground/ids';
import type { CivilDate } from '#contract/ground/dates';
import { changeInvestigation, heldInvestigation, lastFact, requireOpen } from '../investigationState/change.ts';
import { numberFor } from '../investigations/open.ts';
import { requireBetween } from '../../ground/kernel/order.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { printNumber, takeNumbers } from '../../ledger/ledger/numbers.ts';
import { refileInvestigation, refileReferral } from '../../ledger/ledger/refile.ts';
import { isOpen, requireDate } from '../referrals/rules.ts';
import { heldReferral, moveReferral, type ReferralRecord } from '../referrals/triage/transition.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { addScore } from '../referrals/triage/scores.ts';
import { settleDue } from '../referrals/triage/settle.ts';
import { keepFileCounts } from './counts.ts';
import { copyReferralFacts, moveContents, moveFileContents } from './contents.ts';
import type { TransferRecord } from './rows.ts';

interface Taken {
  readonly id: string;
  readonly number: string;
}

type InvestigationRecord = typeof investigation.$inferSelect;

/** The file leaves its unit; where it goes to another of the workspace, that unit has it from the same day under its own number. */
export async function takeOver(
  tx: WriteTx,
  transfer: TransferRecord,
  on: CivilDate,
  context: Context,
): Promise<Taken | null> {
  return transfer.fileKind === 'referral'
    ? takeReferral(tx, transfer, on, context)
    : takeInvestigation(tx, transfer, on, context);
}

async function takeReferral(
  tx: WriteTx,
  { fileId, toUnitId }: TransferRecord,
  on: CivilDate,
  context: Context,
): Promise<Taken | null> {
  const row = await heldReferral(tx, fileId as ReferralId);
  const state = row.state;
  if (!isOpen(state)) throw new StoreFailure('conflict', 'state_not_allowed');
  requireDate({ state, stateOn: row.stateOn }, on, context.clock.today());
  await moveReferral(tx, row, { to: 'transferred_out', on }, context);
  return toUnitId === null ? null : receiveReferral(tx, row, toUnitId, on, context);
}

/** A child in danger has the top band with the receiver too, and its hours run from the transfer. */
async function scoreDanger(tx: WriteTx, id: ReferralId, context: Context): Promise<void> {
  const row = await heldReferral(tx, id);
  const now = context.clock.now();
  if (row.dangerSince !== null)
    await addScore(tx, row, { band: 'imminent', scoredAt: now, note: null, from: now }, context);
}

async function receiveReferral(
  tx: WriteTx,
  row: ReferralRecord,
  unitId: UnitId,
  on: CivilDate,
  context: Context,
): Promise<Taken> {
  const { newId, clock, session } = context;
  const year = on.slice(0, 4);
  const number = printNumber('referral', year, await takeNumbers(tx, 'referral', unitId, year, 1));
  const id = newId();
  await tx.insert(referral).values({
    ...row,
    id,
    version: 1,
    unitId,
    number,
    receivedOn: on,
    transferredIn: true,
    state: 'received',
    stateOn: on,
    open: true,
    assignedTo: null,
    bundledUnder: null,
    importId: null,
    // The receiver scores it for itself: the sender's deadline is not its own.
    riskBand: null,
    firstActionAt: null,
    rescoreSince: null,
    rescoreReason: null,
    enteredAt: clock.now(),
    enteredBy: session.user.id,
  });
  await refileReferral(tx, id);
  await keepFileCounts(tx, { kind: 'referral', id: row.id, unitId: row.unitId });
  await moveFileContents(tx, row.id, { id, unitId });
  await copyReferralFacts(tx, row.id, { id, unitId }, newId);
  await settleDue(tx, id);
  await scoreDanger(tx, id, context);
  return { id, number };
}

async function takeInvestigation(
  tx: WriteTx,
  { fileId, toUnitId }: TransferRecord,
  on: CivilDate,
  context: Context,
): Promise<Taken | null> {
  const row = await heldInvestigation(tx, fileId as InvestigationId);
  requireOpen(row);
  requireBetween({ step: 'state', on: lastFact(row) }, on, context.clock.today(), 'on');
  await changeInvestigation(tx, row, { kind: 'transferred', on, waiting: row.waiting }, context);
  return toUnitId === null ? null : receiveInvestigation(tx, row, toUnitId, on, context);
}

async function receiveInvestigation(
  tx: WriteTx,
  row: InvestigationRecord,
  unitId: UnitId,
  on: CivilDate,
  context: Context,
): Promise<Taken> {
  const number = await numberFor(tx, unitId, on.slice(0, 4), undefined);
  const id = context.newId();
  await tx.insert(investigation).values({
    ...row,
    id,
    version: 1,
    unitId,
    number,
    openedOn: on,
    origin: 'transferred',
    lead: null,
    waiting: 'unassigned',
    waitingSince: on,
    waitingOn: null,
    enteredAt: context.clock.now(),
    enteredBy: context.session.user.id,
  });
  await refileInvestigation(tx, id);
  const waiting = row.waiting;
  if (waiting !== 'unassigned' && waiting !== 'active') {
    // It waits on whom it waited before; at court it leaves the backlog of the day on which it came.
    const change = { kind: 'waiting', on, waiting, waitingOn: row.waitingOn } as const;
    await changeInvestigation(tx, await heldInvestigation(tx, id), change, context);
  }
  await keepFileCounts(tx, { kind: 'investigation', id: row.id, unitId: row.unitId });
  await moveContents(tx, row.id, { id, unitId });
  return { id, number };
}
