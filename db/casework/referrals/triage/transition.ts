import type { ReferralId, UserId } from '#contract/ground/ids';
import { eq, sql } from 'drizzle-orm';
import type { ReferralState, RescoreReason } from '#contract/ground/codes';
import type { CivilDate, DatePrecision } from '#contract/ground/dates';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { pick } from '../../../ground/kernel/pick.ts';
import { refileReferral } from '../../../ledger/ledger/refile.ts';
import { referral, referralEvent, type ReferralBefore } from '../../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../../ground/kernel/database.ts';
import type { Context } from '../../../store/types.ts';
import { settleDue } from './settle.ts';
import { isOpen } from '../rules.ts';

export type ReferralRecord = typeof referral.$inferSelect;

export async function heldReferral(tx: WriteTx, id: ReferralId, version?: number): Promise<ReferralRecord> {
  const [row] = await tx.select().from(referral).where(eq(referral.id, id));
  if (!row) throw new StoreFailure('not_found');
  if (version !== undefined && row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

export interface Transition {
  readonly to: ReferralState;
  readonly on: CivilDate;
  readonly reason?: string | undefined;
  readonly carried?: boolean;
  readonly assignedTo?: UserId | null;
  readonly bundledUnder?: ReferralId | null;
  readonly decisionFrom?: number | null;
  readonly rescoreSince?: number | null;
  readonly rescoreReason?: RescoreReason | null;
  /** Where the state holds since another day than that of the change. */
  readonly stateOn?: CivilDate;
  readonly stateOnLatest?: CivilDate | null;
  readonly stateOnPrecision?: DatePrecision | null;
  /** The change that this one takes back. */
  readonly undoes?: number;
}

function beforeOf(row: ReferralRecord): ReferralBefore {
  return {
    ...pick(row, 'stateOn', 'stateOnLatest', 'stateOnPrecision', 'assignedTo', 'bundledUnder', 'decisionFrom'),
    ...pick(row, 'rescoreSince', 'rescoreReason'),
  };
}

/** Writes one change of state: the row, its history and the ledger move together. Returns the new version. */
export async function moveReferral(
  tx: WriteTx,
  row: ReferralRecord,
  transition: Transition,
  context: Context,
): Promise<number> {
  const { to, on, reason, carried = false, undoes = null, ...rest } = transition;
  const [{ position } = { position: 0 }] = await tx
    .select({ position: sql<number>`count(*)` })
    .from(referralEvent)
    .where(eq(referralEvent.referralId, row.id));
  await tx.insert(referralEvent).values({
    id: context.newId(),
    referralId: row.id,
    unitId: row.unitId,
    position: position + 1,
    on,
    at: context.clock.now(),
    fromState: row.state,
    toState: to,
    carried,
    userId: context.session.user.id,
    reason: reason ?? null,
    before: beforeOf(row),
    undoes,
  });
  await tx
    .update(referral)
    .set({
      state: to,
      stateOn: on,
      stateOnLatest: null,
      stateOnPrecision: null,
      open: isOpen(to),
      version: row.version + 1,
      ...rest,
    })
    .where(eq(referral.id, row.id));
  await refileReferral(tx, row.id);
  await settleDue(tx, row.id);
  // The one that it was followed under carries its danger and its deadline no longer.
  if (row.bundledUnder !== null) await settleDue(tx, row.bundledUnder);
  return row.version + 1;
}
